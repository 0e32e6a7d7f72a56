import { LIMITS } from '../contract/limits';
import type { RequestCommand } from '../contract/request-states';
import { BOUNCE_REASONS } from '../contract/words';

/**
 * What is asked before a command is given: nothing, one question, or a few fields on a sheet. A new
 * command does not compile until it has its form (contract/service.ts).
 */
export interface CommandForm {
  /** The word on its button. */
  word: string;
  /** One sentence on the sheet, '' for none. */
  lead: string;
  fields: readonly FormField[];
}

export type FormField =
  | { kind: 'text'; key: string; label: string; required: boolean; most: number }
  | { kind: 'lines'; key: string; label: string; required: boolean; most: number }
  | { kind: 'choice'; key: string; label: string; options: readonly { value: string; word: string }[] }
  | { kind: 'department'; key: string; label: string }
  | { kind: 'day'; key: string; label: string }
  | { kind: 'switch'; key: string; label: string };

const text = (key: string, label: string, most: number): FormField => ({
  kind: 'text',
  key,
  label,
  required: true,
  most,
});
const note = (label: string): FormField => ({
  kind: 'text',
  key: 'note',
  label,
  required: false,
  most: LIMITS.note,
});
const reason = (label: string): FormField => text('reason', label, LIMITS.reason);
const bare = (word: string): CommandForm => ({ word, lead: '', fields: [] });
const form = (word: string, lead: string, ...fields: FormField[]): CommandForm => ({ word, lead, fields });

const options = Object.entries(BOUNCE_REASONS).map(([value, word]) => ({ value, word }));

export const COMMAND_FORMS: Readonly<Record<RequestCommand, CommandForm>> = {
  answer: form('回一句', '', text('text', '您回一句', LIMITS.sentence)),
  withdraw: bare('撤回'),
  confirm: form('电话里说办好了', '居民在电话里亲口说的，才记', {
    kind: 'text',
    key: 'words',
    label: '原话',
    required: true,
    most: LIMITS.words,
  }),
  reopen: form(
    '电话里说没办好',
    '重新安排，前面的事不用再讲一遍',
    { kind: 'text', key: 'words', label: '哪儿没好', required: true, most: LIMITS.words },
    { kind: 'switch', key: 'changePerson', label: '想换个人来' },
  ),
  rate: bare('说句实话'),
  publish: bare('贴上心愿墙'),
  dispatch: bare('派下去'),
  ask: form('问一句', '一次问清，别让人跑两趟', text('text', '想问啥', LIMITS.note)),
  decline: form(
    '办不了',
    '居民会看到：这事我们街道办不了，因为……。该找的是……，要不要我们陪您去？',
    reason('因为啥'),
    text('whereTo', '该找谁', LIMITS.place),
  ),
  refer: form(
    '转走',
    '居民会看到：这事该找……，因为……。要不要我们陪您去？',
    reason('因为啥'),
    text('whereTo', '该找谁', LIMITS.place),
    { kind: 'text', key: 'phone', label: '那边的电话', required: false, most: 20 },
  ),
  convert: form('换一类', '居民不用再说一遍', {
    kind: 'choice',
    key: 'kind',
    label: '算哪类',
    options: [
      { value: 'wish', word: '微心愿' },
      { value: 'errand', word: '跑腿代办' },
      { value: 'grid', word: '网格事' },
    ],
  }),
  merge: bare('并到一起办'),
  pass: form('核对过了', '接着请居民说一句', note('看到的情形')),
  send_back: form('还差一点', '', {
    kind: 'text',
    key: 'note',
    label: '差在哪',
    required: true,
    most: LIMITS.note,
  }),
  claim: bare('我来办'),
  team_up: bare('我也搭把手'),
  step_out: bare('我来不了了'),
  contact: form('联系上了', '', note('怎么说的')),
  accept: bare('接下'),
  bounce: form(
    '退回',
    '不算超期，社区另派',
    { kind: 'choice', key: 'reason', label: '为啥', options },
    note('再说一句'),
  ),
  entrust: form('收下委托', '口头说了就算；要动证件才签纸的', {
    kind: 'choice',
    key: 'how',
    label: '怎么托付的',
    options: [
      { value: 'spoken', word: '口头说的' },
      { value: 'paper', word: '签了委托单' },
    ],
  }),
  take_papers: form('收下材料', '只写名字和件数，证件不拍照', {
    kind: 'lines',
    key: 'papers',
    label: '收了啥（一行一样）',
    required: true,
    most: LIMITS.note,
  }),
  start: form('开始办', '', note('捎句话')),
  progress: form('记一句', '居民看得到', {
    kind: 'text',
    key: 'note',
    label: '办到哪了',
    required: true,
    most: LIMITS.note,
  }),
  hold: form('先等一等', '到日子再给居民回个信儿', reason('等啥'), {
    kind: 'day',
    key: 'until',
    label: '哪天回话',
  }),
  resume: form('接着办', '', note('捎句话')),
  whistle: form(
    '请部门一起办',
    '部门来人了会告诉您',
    { kind: 'department', key: 'departmentId', label: '请谁' },
    note('啥情况'),
  ),
  join: form('我们来了', '', note('啥时候到')),
  complete: form('办好了', '照片可加可不加，居民说了才算', note('怎么办的')),
  hand_back: form('送还了', '结果和材料都交到手里', note('交给谁了')),
  deliver: form('送到了', '接着请居民说一句', note('捎句话')),
  release: form('来不了了', '心愿放回墙上，社区接着找人，不怪您', {
    kind: 'text',
    key: 'reason',
    label: '要不要说一句',
    required: false,
    most: LIMITS.reason,
  }),
  terminate: form('先停下', '材料退还，想接着办再说一声', reason('因为啥')),
  pend: form('先挂着', '缘由居民看得到', reason('为啥一时办不成'), {
    kind: 'day',
    key: 'reviewAt',
    label: '哪天再看',
  }),
  close: form('办到这儿', '缘由居民看得到', reason('为啥')),
  extend: form('延几天', '只能延一回，缘由居民看得到', reason('为啥'), {
    kind: 'day',
    key: 'until',
    label: '哪天能办好',
  }),
  approve: bare('同意按 15 天办'),
};

/** Commands of one who works on it, the natural next step first: the first of these is the red button. */
const ORDER: readonly RequestCommand[] = [
  'accept',
  'join',
  'contact',
  'start',
  'resume',
  'complete',
  'hand_back',
  'deliver',
  'entrust',
  'take_papers',
  'progress',
  'whistle',
  'hold',
  'extend',
  'release',
  'bounce',
  'terminate',
];

export function inOrder(commands: readonly RequestCommand[]): RequestCommand[] {
  return ORDER.filter((command) => commands.includes(command));
}

/** The input of a command from what the sheet holds, or the key of the field that is missing. */
export function filled(
  form: CommandForm,
  values: Readonly<Record<string, string>>,
): { input: Record<string, unknown> } | { missing: string } {
  const input: Record<string, unknown> = {};
  for (const field of form.fields) {
    const value = (values[field.key] ?? '').trim();
    if (field.kind === 'switch') {
      input[field.key] = value === 'yes';
      continue;
    }
    const optional = field.kind === 'text' && !field.required;
    if (value === '' && !optional) return { missing: field.key };
    if (field.kind === 'day') input[field.key] = Number(value);
    else if (field.kind === 'lines')
      input[field.key] = value
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    else input[field.key] = value;
  }
  return { input };
}
