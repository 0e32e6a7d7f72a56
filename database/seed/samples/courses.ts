import { wakeTime } from '../../../cloudfunctions/core/aggregate';
import { DEFAULT_SETTINGS } from '../../../cloudfunctions/core/settings';
import { type Course, courses as menu } from '../../../cloudfunctions/school/course/model';
import { base } from '../base';

type Sample = Pick<
  Course,
  | '_id'
  | 'title'
  | 'summary'
  | 'track'
  | 'methods'
  | 'groups'
  | 'program'
  | 'brand'
  | 'topics'
  | 'form'
  | 'delivery'
  | 'themes'
  | 'minutes'
  | 'minimum'
>;

/** Courses of a demonstration, on subjects that the seed names (S57) and everyday ones; all marked as samples. */
const list: readonly Sample[] = [
  {
    _id: 'c-hallway',
    title: '楼道堆物怎么管',
    summary: '楼上楼下坐一桌，把堆物的事说开：归谁搬、搬哪去、咋不再堆。',
    track: 'practice',
    methods: ['seminar'],
    groups: ['community'],
    program: 'roundtable_37c',
    brand: 'people',
    topics: ['safety', 'mediation'],
    minutes: 60,
    minimum: 6,
  },
  {
    _id: 'c-fraud',
    title: '防诈骗三道门',
    summary: '不接、不点、不转。拿真短信当教材，学会挂电话。',
    track: 'practice',
    methods: ['case', 'interactive'],
    groups: ['community', 'frail'],
    program: 'night_school',
    brand: 'people',
    topics: ['fraud', 'safety'],
    form: 'taught_and_carried',
    delivery: 'model',
    themes: ['development'],
    minutes: 60,
    minimum: 8,
  },
  {
    _id: 'c-quarrel',
    title: '邻里拌嘴怎么劝',
    summary: '三个真案例，学先听后劝。',
    track: 'practice',
    methods: ['case'],
    groups: ['community', 'secretaries'],
    program: 'night_school',
    brand: 'people',
    topics: ['mediation'],
    form: 'taught_and_carried',
    delivery: 'turns',
    themes: ['tradition'],
    minutes: 40,
    minimum: 5,
  },
  {
    _id: 'c-rights',
    title: '党员的权利，掰开了讲',
    summary: '八项权利，一项一个身边的例子。',
    track: 'theory',
    methods: ['lecture'],
    groups: ['office', 'community'],
    program: 'night_school',
    brand: 'heart',
    topics: ['rights', 'policy'],
    form: 'online_and_practised',
    delivery: 'turns',
    themes: ['red'],
    minutes: 60,
    minimum: 8,
  },
  {
    _id: 'c-heating',
    title: '冬天取暖防煤气',
    summary: '看、闻、听，家家都用得上。',
    track: 'practice',
    methods: ['interactive'],
    groups: ['community', 'frail'],
    program: 'off_peak_tour',
    brand: 'people',
    topics: ['safety', 'care'],
    minutes: 30,
    minimum: 5,
  },
  {
    _id: 'c-food',
    title: '食品标签怎么看',
    summary: '到货架前现场看，买得明白。',
    track: 'practice',
    methods: ['observation'],
    groups: ['community', 'three_new'],
    program: 'off_peak_tour',
    brand: 'people',
    topics: ['safety'],
    form: 'seen_and_done',
    delivery: 'model',
    themes: ['development'],
    minutes: 60,
    minimum: 6,
  },
  {
    _id: 'c-traffic',
    title: '路口怎么走才安全',
    summary: '骑手和老人一起说说路口的事。',
    track: 'practice',
    methods: ['interactive', 'case'],
    groups: ['three_new', 'community'],
    program: 'off_peak_tour',
    brand: 'people',
    topics: ['safety'],
    minutes: 30,
    minimum: 5,
  },
  {
    _id: 'c-vow',
    title: '重温入党志愿',
    summary: '新老党员坐一块儿，说说当初为啥。',
    track: 'spirit',
    methods: ['seminar', 'interactive'],
    groups: ['office', 'community'],
    program: 'roundtable_37c',
    brand: 'heart',
    topics: ['vow'],
    form: 'seen_and_done',
    delivery: 'sharing',
    themes: ['red'],
    minutes: 60,
    minimum: 6,
  },
  {
    _id: 'c-secretary',
    title: '支部的会怎么开得有用',
    summary: '会前一件事，会上一句话，会后一个回音。',
    track: 'theory',
    methods: ['case', 'seminar'],
    groups: ['secretaries'],
    program: 'lead_goose',
    brand: null,
    topics: ['meeting'],
    minutes: 90,
    minimum: 6,
  },
  {
    _id: 'c-papers',
    title: '党员材料不返工',
    summary: '党务工作者的活儿，一次写对。',
    track: 'theory',
    methods: ['lecture', 'case'],
    groups: ['secretaries'],
    program: 'party_affairs_camp',
    brand: null,
    topics: ['papers', 'policy'],
    minutes: 90,
    minimum: 6,
  },
];

export function sampleCourses(now: number): Course[] {
  const courses: Course[] = list.map((course, order) => ({
    ...base(course._id, now),
    ...course,
    teacher: { batch: 'selected', source: '区直部门党务骨干', name: null },
    approved: true,
    orders: [],
    order,
    sample: true,
  }));
  return courses.map((one) => ({ ...one, wakeAt: wakeTime(menu.nextTimer(one, DEFAULT_SETTINGS), []) }));
}
