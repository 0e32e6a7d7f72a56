/**
 * Words after which nobody should stand in a queue (visual.md 12.5): despair, fire, acute illness, violence.
 * A false alarm costs one tap (不是急事，接着说), a missed one may cost a life: the list is generous, and only
 * the everyday sentences that it would catch again and again are taken out of it.
 */
export type DangerKind = 'despair' | 'fire' | 'medical' | 'violence';

export interface Danger {
  kind: DangerKind;
  /** As the person said it: 您说了“胸口疼”. */
  word: string;
}

/** Despair stands first: who writes 不想活了，要开煤气 needs a voice, not only the fire brigade. */
const SIGNS: Readonly<Record<DangerKind, readonly string[]>> = {
  despair: [
    '不想活(?!动|跃|络)',
    '活(?:不下去|够了|着没意思|着没啥意思|腻了)',
    '想死(?!你|我|他|她|妈|爸|孩|孙|家)',
    '寻短见|轻生|自杀|自残|割腕',
    '(?:要|想|准备)(?:跳楼|跳河|上吊|喝农药|喝药死)',
    '(?:跳楼|跳河|上吊|喝农药)了',
  ],
  fire: [
    '(?:着|起|失)火(?!点|锅|候)|火灾|爆炸|冒(?:黑|浓)?烟了?',
    '(?:煤气|燃气|天然气|瓦斯|液化气)[^，。,]{0,4}(?:味|漏(?!水|油)|泄)',
    '(?:一股|闻[见到着]了?)(?:煤气|燃气|天然气|煤烟)',
  ],
  medical: [
    '(?:胸口|心口窝?|心脏|前胸)(?:有点|一阵一阵|一直|老是?|很|特别|好)?(?:疼|痛|憋|难受|不舒服)|胸闷|心慌得厉害',
    '(?:喘|上)不(?:上来|上|来|过来|过)气|憋得?(?:喘|上)不|(?:呼吸|喘气)(?:困难|费劲)',
    '(?:昏|晕|撅|抽)过去(?!过)|(?:昏|晕)倒(?!过)|昏迷|抽搐|口吐白沫|不省人事|叫不醒|没(?:有)?(?:呼吸|心跳)',
    '(?:半边|半拉)身子[^，。]{0,4}(?:动不了|不好使|麻)|嘴歪|中风(?!后|过|多|的|偏)|脑出血|心梗(?!过|后)',
    '吐血|大出血|血止不住|止不住血|(?:煤气|燃气|煤烟|食物|药物|农药|酒精)中毒|[喝吃]错药',
    '(?:卡|噎)[住在](?:了)?(?:嗓子|喉咙|气管)|触电|溺水|掉(?:进)?(?:河|井|冰窟窿)',
    '摔[^，。]{0,6}(?:起不来|站不起来|动不了|断了)',
  ],
  violence: [
    '(?:打|砍|杀|捅)人(?!民|力|口)|家暴|动刀|拿(?:着)?刀|抢劫|入室|撬[门锁]',
    '(?:打|揍)(?:我(?!们?的?电话|手机|座机|家?电话)|妈|孩子|媳妇)|要(?:打|弄|整)死',
    '被(?:人)?(?:跟踪|绑架|拐(?:走|跑|骗))|救命(?!恩|钱|药|稻)',
  ],
};

/** 没着火, 怕着火, 别打人: denied or feared a moment before. Despair is never taken back by a word before it. */
const NOT_SO = /(?:没有?|不是|不会|并非|防止|预防|怕|避免|小心|别|谨防)[^，。！？,.!?\s]{0,3}$/;

const patterns = Object.entries(SIGNS).map(([kind, signs]) => ({
  // The keys of SIGNS are exactly the kinds.
  kind: kind as DangerKind,
  pattern: new RegExp(signs.join('|'), 'g'),
}));

/** The first danger that is said and has not been set aside as 不是急事 (`calm`). */
export function dangerIn(text: string, calm: readonly string[] = []): Danger | null {
  for (const { kind, pattern } of patterns) {
    for (const { 0: word, index } of text.matchAll(pattern)) {
      const before = text.slice(Math.max(0, index - 6), index);
      const notSo = kind !== 'despair' && NOT_SO.test(before);
      if (!notSo && !calm.includes(word)) return { kind, word };
    }
  }
  return null;
}
