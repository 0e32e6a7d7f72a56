import type { PaperClass, PaperSheet } from '../../../../miniprogram/contract/paper';

/** One of each sheet of the server, filled as far as each can be filled. */
const AT = Date.UTC(2026, 10, 25, 2);
const HOUR = 3_600_000;
const code = { scene: 'k=8K4T2N7QX3', text: 'K 8K4T 2N7Q X3', picture: 'data:image/png;base64,AA==' };
const base = {
  code,
  counter: { name: '建国社区', phone: '0467-000 0000', hours: '工作日 8:30–17:00' },
  at: AT,
  sample: true,
};
const venue = { name: '建国社区教学点', alias: '源课堂', place: '样例街 1 号' };
const matter = {
  no: '1125-A2C4',
  kind: 'errand' as const,
  title: '问高龄补贴怎么领，要带什么材料',
  category: 'errand' as const,
  person: '样例老人',
  helper: { name: '样例网格员', role: '网格员', sample: true },
  knock: '4821',
  done: '材料交到社保所了，说是三个工作日里给回话，到时候再来告诉您',
  next: '11月30日前给您回话',
  papers: ['身份证原件 1 张', '户口本 1 本', '银行卡复印件 1 张'],
};
const session = {
  title: '楼道里的事，坐下来商量着办',
  startsAt: AT,
  endsAt: AT + 2 * HOUR,
  venue: '源课堂',
  host: '样例班主任',
};

export const classes = (count: number): PaperClass[] =>
  Array.from({ length: count }, (_, index) => ({
    title: index % 3 === 0 ? '防诈骗：帮爸妈设三道门，陌生来电怎么办' : '食品标签怎么看',
    program: index % 2 === 0 ? 'night_school' : 'roundtable_37c',
    startsAt: AT + index * 24 * HOUR,
    endsAt: AT + index * 24 * HOUR + HOUR,
  }));

export const names = (count: number): { name: string; elder: boolean; arrived: boolean }[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `样例学员${index + 1}`,
    elder: index % 4 === 0,
    arrived: index % 2 === 0,
  }));

export const SHEETS: readonly PaperSheet[] = [
  { ...base, kind: 'poster', venue, month: '2026-11', classes: classes(20) },
  { ...base, kind: 'timetable', venue, month: '2026-11', classes: classes(31) },
  { ...base, kind: 'wish', venue },
  { ...base, kind: 'complaint', venue },
  { ...base, kind: 'card', worker: matter.helper },
  { ...base, kind: 'door_note', matter },
  { ...base, kind: 'consent', matter },
  { ...base, kind: 'hand_over', matter },
  { ...base, kind: 'receipt', matter },
  { ...base, kind: 'roster', session, names: names(60) },
  {
    ...base,
    kind: 'round_table',
    session,
    names: names(14).map(({ name }) => name),
    topics: [
      { name: '样例居民', text: '楼道的灯老是坏，能不能一回换好，别坏一个报一个' },
      { name: '样例党员', text: '三号楼门口下雪天滑，谁家有铁锹放在哪' },
      { name: '样例街坊', text: '晚上跳舞的音响能不能早半个钟头关' },
    ],
    echoes: [
      { text: '门口的坡道补了', done: true, reason: null },
      { text: '单元门的锁换新的', done: false, reason: '等厂家来量，下周三有信' },
    ],
  },
  {
    ...base,
    kind: 'home_lesson',
    lesson: { at: AT, elder: matter.helper, visitor: { ...matter.helper, name: '样例党员' } },
  },
];

/** As little as a sheet can hold: everything that nobody has filled in yet. */
export const BARE: readonly PaperSheet[] = SHEETS.map((sheet): PaperSheet => {
  const nothing = { code: null, counter: { name: null, phone: null, hours: null } };
  switch (sheet.kind) {
    case 'poster':
    case 'timetable':
      return { ...sheet, ...nothing, classes: [], venue: { name: null, alias: null, place: null } };
    case 'wish':
    case 'complaint':
      return { ...sheet, ...nothing, venue: { name: null, alias: null, place: null } };
    case 'card':
      return { ...sheet, ...nothing, worker: null };
    case 'roster':
      return { ...sheet, ...nothing, names: [] };
    case 'round_table':
      return { ...sheet, ...nothing, names: [], topics: [], echoes: [] };
    case 'home_lesson':
      return { ...sheet, ...nothing, lesson: { ...sheet.lesson, at: null } };
    default:
      return {
        ...sheet,
        ...nothing,
        matter: { ...sheet.matter, person: '', helper: null, knock: null, done: '', papers: [] },
      };
  }
});

/** As the fonts of phones are: Chinese a full square, the rest a little over half. */
export const measure = (words: string, size: number, bold: boolean): number =>
  Array.from(words).reduce(
    (sum, letter) => sum + (/[\u0000-\u02FF]/.test(letter) ? (bold ? 0.6 : 0.57) : 1) * size,
    0,
  );
