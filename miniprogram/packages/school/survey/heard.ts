import type { SurveyAnswers } from '../../../contract/survey';
import type { ChoiceKey } from './survey.view';

/**
 * 说一句 (S43 “可语音”): what a sentence names is ticked where it can be seen and taken back. The sentence comes from the
 * microphone of the keyboard, so that no recording is made for a question that nobody has to answer.
 */
const SAID: { readonly [Key in ChoiceKey]: Readonly<Record<SurveyAnswers[Key][number], RegExp>> } = {
  knowledge: {
    policy: /政策|精神|文件|二十大/,
    rights: /权利|权益|法律|维权/,
    safety: /安全|消防|防火|着火|煤气/,
    fraud: /诈骗|骗子|防骗|受骗|被骗/,
  },
  skills: {
    mediation: /劝架|调解|拌嘴|吵架|纠纷|说和/,
    meeting: /开会|会开|主持|会议|议事/,
    papers: /材料|写字|写稿|公文|台账/,
    care: /照应|照顾|护理|陪护|照看|伺候/,
  },
  experience: {
    case: /案例|真事|实例/,
    observation: /现场|参观|去看|看看人家|走一走/,
    seminar: /圆桌|商量|讨论|围一桌/,
  },
  governance: {
    dispute: /矛盾|纠纷|邻里|吵架/,
    hazard: /隐患|堆物|楼道|电线/,
    order: /秩序|停车|噪音|养狗|扰民/,
    volunteer: /志愿|义务|帮忙/,
  },
  groups: {
    office: /机关|单位上班/,
    community: /社区/,
    three_new: /新兴领域|骑手|外卖|快递|店主|开店|个体/,
    secretaries: /书记|党务/,
    frail: /体弱|腿脚|走不动|行动不便|岁数大|年纪大/,
  },
  times: {
    evening: /晚上|下班|夜里/,
    short_break: /空当|不忙|午休|中午/,
    at_home: /出不了门|来家|上门|下不了楼/,
  },
};

const KEYS = Object.keys(SAID) as ChoiceKey[];

/** Of each question the options that the sentence names. */
export function heardIn(words: string): ReadonlyMap<ChoiceKey, readonly string[]> {
  return new Map(
    KEYS.map((key) => [
      key,
      Object.entries(SAID[key])
        .filter(([, names]) => names.test(words))
        .map(([value]) => value),
    ]),
  );
}

/** The sentence as it is now, and what it has come to name since: what was taken back by a tap stays so. */
export function withWords(answers: SurveyAnswers, words: string): SurveyAnswers {
  const before = heardIn(answers.words);
  const after = { ...answers, words };
  for (const [key, values] of heardIn(words)) {
    const fresh = values.filter((value) => !(before.get(key) ?? []).includes(value));
    const now: readonly string[] = answers[key];
    // Values of the closed list of that question, by the table above.
    if (fresh.length > 0) Object.assign(after, { [key]: [...new Set([...now, ...fresh])] });
  }
  return after;
}
