import { actionTable } from '../../core/action';
import { homeActions } from '../../home/actions';
import { relayActions } from '../../home/relay-actions';
import { roundtableActions } from '../../home/roundtable-actions';
import { callerActions } from '../../people/caller/actions';
import { complaintActions } from '../../people/complaint/actions';
import { complaintCommandActions } from '../../people/complaint/command-actions';
import { familyActions } from '../../people/family/actions';
import { householdActions } from '../../people/household/actions';
import { inboxActions } from '../../people/inbox/actions';
import { callbackActions } from '../../people/inbox/callback-actions';
import { meActions } from '../../people/me/actions';
import { myDataActions } from '../../people/my-data/actions';
import { portraitActions } from '../../people/portrait/actions';
import { roleActions } from '../../people/role/actions';
import { contentActions } from '../../school/content/actions';
import { shownActions } from '../../school/content/shown-actions';
import { courseActions } from '../../school/course/actions';
import { orderActions } from '../../school/course/order-actions';
import { facultyActions } from '../../school/faculty/actions';
import { homeLessonActions } from '../../school/home-lesson/actions';
import { studyHoursActions } from '../../school/hours/actions';
import { moduleActions } from '../../school/modules/actions';
import { pairActions } from '../../school/pair/actions';
import { recordedActions } from '../../school/recorded/actions';
import { routeActions } from '../../school/route/actions';
import { sessionActions } from '../../school/session/actions';
import { checkInActions } from '../../school/session/check-in-actions';
import { correctionActions } from '../../school/session/correction-actions';
import { deskActions as scheduleDesk } from '../../school/session/desk-actions';
import { doorActions } from '../../school/session/door-actions';
import { groupActions } from '../../school/session/group-actions';
import { handOverActions } from '../../school/session/hand-over-actions';
import { hostActions } from '../../school/session/host-actions';
import { scheduleActions } from '../../school/session/schedule-actions';
import { topicActions } from '../../school/session/topic-actions';
import { sharingActions } from '../../school/sharing/actions';
import { stationActions } from '../../school/station/actions';
import { surveyActions } from '../../school/survey/actions';
import { surveyHeardActions } from '../../school/survey/heard-action';
import { thanksActions } from '../../school/thanks/actions';
import { venueActions } from '../../school/venue/actions';
import { venueOfficeActions } from '../../school/venue/office-actions';
import { walkActions } from '../../school/walk/actions';
import { activityActions } from '../../service/activity/actions';
import { hoursActions } from '../../service/activity/hours-actions';
import { leadActions } from '../../service/activity/lead-actions';
import { awardActions } from '../../service/award/actions';
import { awardCommandActions } from '../../service/award/command-actions';
import { catalogueActions } from '../../service/catalogue/actions';
import { dangerActions } from '../../service/danger/actions';
import { deskActions } from '../../service/desk/actions';
import { dualActions } from '../../service/dual/actions';
import { gridActions } from '../../service/grid/actions';
import { noticeActions } from '../../service/notice/actions';
import { ratingActions } from '../../service/rating/actions';
import { commandActions } from '../../service/request/command-actions';
import { familyMatters } from '../../service/request/family-actions';
import { hearActions } from '../../service/request/hear-action';
import { requestReads } from '../../service/request/read-actions';
import { receiptActions } from '../../service/request/receipt-action';
import { revealActions } from '../../service/request/reveal-action';
import { submitActions } from '../../service/request/submit-action';
import { vouchActions } from '../../service/request/vouch-action';
import { shareActions } from '../../service/share/actions';
import { tripActions } from '../../service/trip/actions';
import { tripRecordActions } from '../../service/trip/record-action';
import { wallActions } from '../../service/wall/actions';

/** Everything that a phone can ask for. Tests and benches enumerate it. */
export const table = actionTable(
  homeActions,
  relayActions,
  roundtableActions,
  meActions,
  inboxActions,
  callbackActions,
  familyActions,
  householdActions,
  myDataActions,
  portraitActions,
  roleActions,
  callerActions,
  gridActions,
  familyMatters,
  courseActions,
  orderActions,
  contentActions,
  shownActions,
  venueActions,
  venueOfficeActions,
  facultyActions,
  thanksActions,
  routeActions,
  walkActions,
  sessionActions,
  checkInActions,
  hostActions,
  handOverActions,
  groupActions,
  scheduleActions,
  scheduleDesk,
  stationActions,
  moduleActions,
  sharingActions,
  surveyActions,
  surveyHeardActions,
  recordedActions,
  pairActions,
  homeLessonActions,
  studyHoursActions,
  correctionActions,
  doorActions,
  topicActions,
  submitActions,
  hearActions,
  commandActions,
  requestReads,
  revealActions,
  receiptActions,
  vouchActions,
  wallActions,
  deskActions,
  activityActions,
  hoursActions,
  leadActions,
  awardActions,
  awardCommandActions,
  dualActions,
  shareActions,
  dangerActions,
  tripActions,
  tripRecordActions,
  catalogueActions,
  ratingActions,
  noticeActions,
  complaintActions,
  complaintCommandActions,
);
