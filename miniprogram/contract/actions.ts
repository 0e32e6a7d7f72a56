import type { ActivityActions } from './activity';
import type { AloudActions } from './aloud';
import type { ArchiveActions } from './archive';
import type { AwardActions } from './award';
import type { BurdenActions } from './burden';
import type { CallerActions } from './caller';
import type { CatalogueActions } from './catalogue';
import type { ComplaintActions } from './complaint';
import type { ContentActions } from './content';
import type { DangerActions } from './danger';
import type { DoorActions } from './door';
import type { FacultyActions } from './faculty';
import type { BondView, FamilyActions } from './family';
import type { GovernanceActions } from './governance';
import type { GridActions } from './grid';
import type { HomeLessonActions } from './home-lesson';
import type { HouseholdActions } from './household';
import type { JoiningActions } from './joining';
import type { Nothing, Page, Read, Write } from './kinds';
import type { LedgerActions } from './ledger';
import type { ModuleActions } from './modules';
import type { MyDataActions } from './my-data';
import type { NoticeActions } from './notice';
import type { NumbersActions } from './numbers';
import type { OperationsActions } from './operations';
import type { OrderActions } from './orders';
import type { PaperActions } from './paper';
import type { Callback, CommunityView, InboxItem, MeView, NextMatter, SpeakerView, Template } from './people';
import type { PlanActions } from './plan';
import type { PolicyActions } from './policy';
import type { PortraitActions } from './portrait';
import type { RatingActions } from './rating';
import type { RecordedActions } from './recorded';
import type { RelayActions } from './relay';
import type { RequestCommand, RequestCommands } from './request-states';
import type { RightsActions } from './rights';
import type { RoleActions } from './role';
import type { RoundtableActions } from './roundtable';
import type { RouteActions, WalkActions } from './route';
import type { GroupActions, ScheduleActions } from './schedule';
import type {
  CheckInWay,
  ConsoleView,
  CourseCard,
  CourseView,
  HereView,
  RotatingCode,
  SessionCard,
  SessionView,
  VenueCard,
  VenueView,
} from './school';
import type { RequestCard, RequestView, WishCard } from './service';
import type { SesameActions } from './sesame';
import type { SessionAfterActions } from './session-after';
import type { SharingActions } from './sharing';
import type { StationActions } from './station';
import type { SubmitInput } from './submit';
import type { SurveyActions } from './survey';
import type { TopicActions } from './topics';
import type { OneTrip, TripActions, TripCard } from './trip';
import type { Campaign, FacilityPoint, LearnerGroup, Method, Program, Track } from './words';
import type { HelperChoice, LoadView, TaskCard, TriageView } from './work';

type PeopleActions = {
  /** 首页: everything it shows in one call. */
  'home.get': Read<
    { communityId: string | null },
    {
      me: MeView;
      communities: CommunityView[];
      /** Ids of the subscription templates, '' where the operator has none yet. */
      templates: Readonly<Record<Template, string>>;
      /** The operator has switched speech to text on. */
      hears: boolean;
      /** The operator has a voice that reads aloud. */
      aloud: boolean;
      matter: NextMatter | null;
      /** One card for each desk this person holds, first on the page. */
      desks: NextMatter[];
      classes: SessionCard[];
    }
  >;
  'me.get': Read<
    Nothing,
    { me: MeView; communities: CommunityView[]; openRequests: number; seats: number; desks: NextMatter[] }
  >;
  /** Who speaks, and for whom they may: before something is said or filled in. */
  'me.speaker': Read<Nothing, { me: SpeakerView; communities: CommunityView[]; elders: BondView[] }>;
  /** What a person says of themself; only the given fields change. */
  'me.update': Write<
    {
      name?: string;
      communityId?: string;
      elder?: boolean;
      phone?: string;
      building?: string;
      door?: string;
    },
    { me: MeView }
  >;
  'me.inbox': Read<{ after: string | null }, Page<InboxItem>>;
  'me.read_inbox': Write<{ id: string }, { unread: number }>;
  /** Answers of `wx.requestSubscribeMessage`: each `accept` is one message more. */
  'me.subscribe': Write<
    { answers: { template: Template; answer: 'accept' | 'reject' | 'ban' | 'filter' }[] },
    Nothing
  >;
};

type SchoolActions = {
  'course.menu': Read<
    {
      track: Track | null;
      group: LearnerGroup | null;
      method: Method | null;
      program: Program | null;
      communityId: string | null;
    },
    { items: CourseCard[] }
  >;
  'course.get': Read<{ id: string }, CourseView>;
  /** 点这门 ↔ 不点了: states the wish, so that a replay changes nothing. */
  'course.order': Write<{ ids: string[]; ordered: boolean }, { items: CourseCard[] }>;
  'venue.list': Read<{ communityId: string | null }, { items: VenueCard[] }>;
  'venue.get': Read<{ id: string }, VenueView>;
  /** The office's self-check of the five points (S19); `null` takes the answer back. */
  'venue.check': Write<{ id: string; point: FacilityPoint; is: boolean | null }, VenueView>;
  /** What the operator has found out; `null` and an empty list are shown as 待填写. */
  'venue.describe': Write<
    {
      id: string;
      /** The one that was read: another has written since ──► STALE. */
      version: number;
      place: string | null;
      access: string[];
      capacity: number | null;
      funding: string | null;
    },
    VenueView
  >;
  /** What a poster's code opens. */
  'venue.here': Read<{ code: string }, HereView>;
  'session.list': Read<
    { program: Program | null; venueId: string | null; communityId: string | null; after: string | null },
    Page<SessionCard>
  >;
  'session.get': Read<{ id: string }, SessionView>;
  'session.mine': Read<Nothing, { coming: SessionCard[]; past: SessionCard[] }>;
  /** A seat if there is one: SEATS_FULL otherwise. */
  'session.take': Write<{ id: string }, SessionView>;
  /** The end of the waiting list: SEAT_FREE when a seat came free meanwhile. */
  'session.wait': Write<{ id: string }, SessionView>;
  'session.accept': Write<{ id: string }, SessionView>;
  'session.pass': Write<{ id: string }, SessionView>;
  /** Gives back a seat, or leaves the waiting list. No reason asked. */
  'session.leave': Write<{ id: string }, SessionView>;
  /** `person`: of `beside`, who came with this phone; absent: the caller. NOT_FOUND, NOT_AGREED without their word. */
  'session.check_in': Write<
    {
      id: string;
      person?: string;
      by:
        | { way: 'poster'; venueCode: string }
        | { way: 'rotating'; content: string }
        | { way: 'digits'; digits: string };
    },
    SessionView & { how: CheckInWay }
  >;
  // the host
  /** `past`: those of the last seven days, whose list can still be put right. */
  'session.hosting': Read<Nothing, { items: SessionCard[]; past: SessionCard[] }>;
  'session.console': Read<{ id: string }, ConsoleView>;
  'session.code': Read<{ id: string }, RotatingCode>;
  /** 点到 ↔ 还没到 */
  'session.mark': Write<{ id: string; seat: string; arrived: boolean }, ConsoleView>;
  'session.edit': Write<
    {
      id: string;
      version: number;
      bring?: string[];
      agenda?: string[];
      capacity?: number;
      familyWelcome?: boolean;
    },
    ConsoleView
  >;
  'session.cancel': Write<{ id: string; reason: string }, ConsoleView>;
};

type RequestCommandActions = {
  [Command in RequestCommand as `request.${Command}`]: Write<
    { id: string } & RequestCommands[Command],
    RequestView
  >;
};

type ServiceActions = {
  'request.submit': Write<SubmitInput, RequestView>;
  /** The words of a recording that is about to be handed in; '' when nothing was understood. */
  'speech.hear': Read<{ fileId: string }, { words: string }>;
  'request.mine': Read<Nothing, { open: RequestCard[]; ended: RequestCard[] }>;
  'request.get': Read<{ id: string }, RequestView>;
  /** 小票照片, by who went shopping, if they like; `null` takes it away. Never a photo of a document. */
  'request.receipt': Write<{ id: string; picture: string | null }, RequestView>;
  /** 等您过目: whether others may have what WeChat never answered about. */
  'request.vouch': Write<{ id: string; file: 'audio' | 'receipt'; fit: boolean }, RequestView>;
  /** Shows one field of a household to who works there today, and writes down that it was read. */
  'request.reveal': Write<{ id: string; field: 'phone' | 'door' | 'pickup' | 'helper' }, { value: string }>;
  /** 我为群众办实事 (S61): a tag of the desk's; `null` takes it off. */
  'request.tag': Write<{ id: string; campaign: Campaign | null }, RequestView>;
  /** `teaming`, with the first page: claimed, and somebody may still go along (帮帮团). */
  'wish.wall': Read<{ after: string | null }, Page<WishCard> & { teaming: WishCard[] }>;
  'wish.get': Read<{ id: string }, WishCard & { next: RequestCommand[] }>;
  /** What this person has claimed or was given, or goes along with. */
  'request.helping': Read<Nothing, { open: TaskCard[]; ended: TaskCard[] }>;
  'desk.triage': Read<{ communityId: string | null }, TriageView>;
  'desk.helpers': Read<
    { id: string },
    { items: HelperChoice[]; departments: { id: string; name: string }[] }
  >;
  /** 等您打个电话: oldest first. */
  'desk.callbacks': Read<{ communityId: string | null }, { items: Callback[] }>;
  /** The number to ring; that it was read is written down. */
  'desk.callback_phone': Write<{ id: string }, { phone: string }>;
  /** 打过了: goes off the list. `told`: the news that was read out; what came meanwhile waits. Absent: all of it. */
  'desk.called': Write<{ id: string; reached: boolean; told?: string[] }, { items: Callback[] }>;
  'grid.board': Read<
    Nothing,
    {
      gridName: string;
      waiting: TaskCard[];
      mine: TaskCard[];
      done: TaskCard[];
      /** 顺路 */
      ways: OneTrip[];
      /** Planned or under way. */
      trips: TripCard[];
    }
  >;
  /** 15 个工作日的，等另一位点头: what somebody else has to agree to. */
  'desk.approvals': Read<Nothing, { items: TaskCard[] }>;
  /** What is in hand in this community, as counts of matters; nobody is counted (G6). */
  'desk.load': Read<{ communityId: string | null }, LoadView>;
};

export type Actions = PeopleActions &
  SchoolActions &
  RequestCommandActions &
  ServiceActions &
  ActivityActions &
  AloudActions &
  ArchiveActions &
  AwardActions &
  ContentActions &
  CatalogueActions &
  ComplaintActions &
  CallerActions &
  BurdenActions &
  DangerActions &
  FacultyActions &
  FamilyActions &
  GridActions &
  GovernanceActions &
  HomeLessonActions &
  HouseholdActions &
  JoiningActions &
  RightsActions &
  ModuleActions &
  LedgerActions &
  MyDataActions &
  NoticeActions &
  NumbersActions &
  PaperActions &
  OperationsActions &
  PlanActions &
  PolicyActions &
  PortraitActions &
  OrderActions &
  RatingActions &
  RecordedActions &
  RelayActions &
  RoleActions &
  RoundtableActions &
  RouteActions &
  GroupActions &
  ScheduleActions &
  SesameActions &
  SessionAfterActions &
  DoorActions &
  StationActions &
  SharingActions &
  SurveyActions &
  TopicActions &
  TripActions &
  WalkActions;
export type ActionName = keyof Actions;
export type InputOf<Name extends ActionName> = Actions[Name]['input'];
export type OutputOf<Name extends ActionName> = Actions[Name]['output'];
export type KindOf<Name extends ActionName> = Actions[Name]['kind'];
