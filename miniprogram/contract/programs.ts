import type { ClassroomBrand, LearnerGroup, Program } from './words';

/**
 * The programmes S45–S53 as settings of one kind of class: what a new class of the programme begins
 * with, and what its page says. Figures are starting values that the office changes on each class.
 */
export interface ProgramTemplate {
  /** Has classes with seats; the others are visits and recordings with pages of their own. */
  seated: boolean;
  seats: number;
  /** Keeps a part of the seats for elders (`elderSeatPercent`). */
  elderSeats: boolean;
  familyWelcome: boolean;
  /** `19:00`: when a class usually begins. */
  begins: string;
  audience: readonly LearnerGroup[];
  /** Goes to a station of riders, shops or work sites instead of a teaching point. */
  atStation: boolean;
  /** Counted in cohorts: 第一期 (S59). */
  cohorts: boolean;
  /** One plain sentence. */
  line: string;
}

const CLASSROOM: ProgramTemplate = {
  seated: true,
  seats: 40,
  elderSeats: false,
  familyWelcome: false,
  begins: '09:00',
  audience: [],
  atStation: false,
  cohorts: true,
  line: '',
};

export const PROGRAM_TEMPLATES: Readonly<Record<Program, ProgramTemplate>> = {
  office_upskill: { ...CLASSROOM, audience: ['office', 'community'], line: '街道、社区干部集中参训' },
  lead_goose: { ...CLASSROOM, seats: 30, audience: ['secretaries'], line: '基层党组织书记来学' },
  party_affairs_camp: {
    ...CLASSROOM,
    seats: 30,
    audience: ['secretaries'],
    line: '党务工作者来学，根据实际定期开课',
  },
  night_school: {
    ...CLASSROOM,
    elderSeats: true,
    familyWelcome: true,
    begins: '19:00',
    line: '晚上的课，满了能候补，家属也能来',
  },
  roundtable_37c: {
    ...CLASSROOM,
    seats: 12,
    elderSeats: true,
    begins: '18:30',
    audience: ['community'],
    cohorts: false,
    line: '围一张小桌，先收议题，轮流说，议定的事有人办',
  },
  off_peak_tour: {
    ...CLASSROOM,
    seats: 20,
    begins: '14:30',
    audience: ['three_new'],
    atStation: true,
    cohorts: false,
    line: '活儿不忙的空当，送到站点、店里、工地上讲',
  },
  home_lesson: {
    ...CLASSROOM,
    seated: false,
    cohorts: false,
    audience: ['frail'],
    line: '结了对的人来家里坐坐',
  },
  recorded: { ...CLASSROOM, seated: false, cohorts: false, line: '啥时候看都行，不记时长' },
};

/** 三课堂 (S57): what a classroom's name adds to its programme. */
export const BRAND_TEMPLATES: Readonly<
  Record<ClassroomBrand, { elderSeats: boolean; familyWelcome: boolean; line: string }>
> = {
  people: { elderSeats: true, familyWelcome: true, line: '百姓的事，百姓听得懂' },
  heart: { elderSeats: false, familyWelcome: false, line: '党员的课，说说当初为啥入党' },
  silver: { elderSeats: true, familyWelcome: true, line: '给年长的人，慢慢讲' },
};
