import type { RequestState, Stage } from '@contract/request-states';
import type { RequestCard } from '@contract/service';

/** What residents see of a state: a stage, a word, a tone, and what comes next in one sentence. */
export interface StateWords {
  stage: Stage;
  word: string;
  tone: RequestCard['tone'];
  /** 啥时候好, when nobody has promised a day. */
  waits: string;
}

export const STATE_WORDS: Readonly<Record<RequestState, StateWords>> = {
  manual_review: {
    stage: 'received',
    word: '交上来了',
    tone: 'frost',
    waits: '社区正在看，3 个工作日内给您回话',
  },
  verifying: {
    stage: 'received',
    word: '交上来了',
    tone: 'frost',
    waits: '社区正在核对，3 个工作日内给您回话',
  },
  submitted: { stage: 'received', word: '交上来了', tone: 'frost', waits: '1 个工作日内告诉您谁来办' },
  reported: { stage: 'received', word: '交上来了', tone: 'frost', waits: '1 个工作日内告诉您谁来办' },
  need_info: { stage: 'received', word: '等您一句话', tone: 'millet', waits: '您回一句，接着就办' },
  open: { stage: 'under_way', word: '在找人办', tone: 'millet', waits: '15 天没人接，社区来办，不会没下文' },
  fallback: { stage: 'under_way', word: '社区来办', tone: 'millet', waits: '社区 7 天内定下谁来办' },
  claimed: { stage: 'under_way', word: '有人接了', tone: 'pine', waits: '一天内跟您联系' },
  in_progress: { stage: 'under_way', word: '正在办', tone: 'pine', waits: '说好日子就告诉您' },
  accepted: { stage: 'under_way', word: '有人接了', tone: 'pine', waits: '说好日子就告诉您' },
  entrusted: { stage: 'under_way', word: '托付好了', tone: 'pine', waits: '说好日子就告诉您' },
  materials_in: { stage: 'under_way', word: '材料收到了', tone: 'pine', waits: '说好日子就告诉您' },
  processing: { stage: 'under_way', word: '正在办', tone: 'pine', waits: '说好日子就告诉您' },
  on_hold: { stage: 'under_way', word: '先等一等', tone: 'millet', waits: '有信儿马上告诉您' },
  terminated: { stage: 'ended', word: '先停下了', tone: 'plain', waits: '想接着办，打个电话就行' },
  done: { stage: 'under_way', word: '办好了，给您送来', tone: 'pine', waits: '1 个工作日内送到' },
  dispatched: { stage: 'under_way', word: '派下去了', tone: 'pine', waits: '网格员接下就告诉您' },
  bounced: { stage: 'under_way', word: '重新派人', tone: 'millet', waits: '社区正在另找合适的人' },
  handling: { stage: 'under_way', word: '正在办', tone: 'pine', waits: '说好日子就告诉您' },
  blown: { stage: 'under_way', word: '请部门一起办', tone: 'millet', waits: '部门来人了就告诉您' },
  dept_joined: { stage: 'under_way', word: '部门来了', tone: 'pine', waits: '商量好日子就告诉您' },
  pending_long: { stage: 'under_way', word: '先记着', tone: 'millet', waits: '到日子再看，都给您记着' },
  handled: { stage: 'under_way', word: '办完了，社区核对', tone: 'pine', waits: '社区核对完就请您看' },
  delivered: { stage: 'your_word', word: '等您一句话', tone: 'red', waits: '您说办好了，才算办好' },
  returned: { stage: 'your_word', word: '等您一句话', tone: 'red', waits: '您说办好了，才算办好' },
  awaiting: { stage: 'your_word', word: '等您一句话', tone: 'red', waits: '您说办好了，才算办好' },
  confirmed: { stage: 'done', word: '您说办好了', tone: 'pine', waits: '办好了' },
  reopened: {
    stage: 'under_way',
    word: '没办好，重新办',
    tone: 'rust',
    waits: '社区重新安排，1 个工作日内给您回话',
  },
  closed: { stage: 'done', word: '办完了', tone: 'plain', waits: '办完了' },
  closed_unconfirmed: {
    stage: 'ended',
    word: '没等到您回话',
    tone: 'plain',
    waits: '还没办好？打电话接着办',
  },
  declined: { stage: 'ended', word: '这儿办不了', tone: 'plain', waits: '该找谁写在下面' },
  referred: { stage: 'ended', word: '转给别处了', tone: 'plain', waits: '该找谁写在下面' },
  merged: { stage: 'ended', word: '并到一件里办', tone: 'plain', waits: '同一件事一起办' },
  withdrawn: { stage: 'ended', word: '您撤回了', tone: 'plain', waits: '想办再说一声' },
};

/** In these the household's own word is waited for. */
export const OWED: readonly RequestState[] =
  // The keys of a closed list are its values.
  (Object.keys(STATE_WORDS) as RequestState[]).filter((state) => STATE_WORDS[state].word === '等您一句话');

/** Where the sentence says 您 to the household, its word for everybody else: who helps, a round table. */
const WORD_FOR_OTHERS: Readonly<Partial<Record<RequestState, string>>> = {
  need_info: '等居民一句话',
  delivered: '等居民一句话',
  returned: '等居民一句话',
  awaiting: '等居民一句话',
  confirmed: '居民说办好了',
  closed_unconfirmed: '没等到回话',
  withdrawn: '居民撤回了',
};

/** The word of a state for readers who are not of the household. */
export function wordForOthers(state: RequestState): string {
  return WORD_FOR_OTHERS[state] ?? STATE_WORDS[state].word;
}
