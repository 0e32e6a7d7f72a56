import type { ExportView, ReadView } from '@contract/my-data';
import type { SurveyAnswers } from '@contract/survey';
import { chosenWords } from '../../school/survey/heard';

/** One's own data in full, opened for nobody but the person. */
export interface Own {
  about: {
    name: string;
    community: string;
    phone: string;
    building: string;
    door: string;
    elder: boolean;
    portrait: string;
    rings: boolean;
  };
  said: readonly {
    no: string;
    title: string;
    text: string;
    on: string;
    open: boolean;
    /** That it was spoken: how long, and when; '' for what was written. */
    recording: string;
    history: readonly { at: string; says: string }[];
  }[];
  classes: readonly { title: string; on: string }[];
  wants: readonly { on: string; answers: SurveyAnswers; recording: string }[];
  family: { elders: readonly { name: string }[]; relatives: readonly { name: string }[] };
  reads: readonly { at: string; who: string; field: ReadView['field']; title: string }[];
  messages: readonly { on: string; title: string; text: string }[];
}

const FIELDS = {
  phone: '电话',
  door: '门牌',
  pickup: '接送口令',
  card: '户卡',
  caller: '来电找人',
  callback: '电话，好给您打电话说事',
  danger: '电话门牌，您求助以后',
  rights: '电话，好回电核实您要办的',
  copy: '全部，照您说的给您抄了一份',
  helper: '上门人的电话',
} as const satisfies Readonly<Record<ReadView['field'], string>>;

/** As a person reads it, topic by topic. Pure. */
export function exportPage(own: Own): ExportView['page'] {
  return [
    {
      title: '您的资料',
      lines: [
        `称呼：${own.about.name || '没留'}`,
        `社区：${own.about.community || '没选'}`,
        `电话：${own.about.phone || '没留'}`,
        `住处：${`${own.about.building} ${own.about.door}`.trim() || '没留'}`,
        `长者或腿脚不便：${own.about.elder ? '是' : '没说'}`,
        `上门名片：${own.about.portrait || '没放照片'}，电话${own.about.rings ? '给' : '不给'}请您帮忙的人家打`,
      ],
    },
    {
      title: '说过的事',
      lines: own.said.map(
        ({ on, no, title, text, recording }) =>
          `${on}　${title}（编号 ${no}）${text === '' ? '' : `：${text}`}${recording === '' ? '' : `　${recording}`}`,
      ),
    },
    { title: '课', lines: own.classes.map(({ on, title }) => `${on}　${title}`) },
    {
      title: '课前问需',
      lines: own.wants.map(
        ({ on, answers, recording }) =>
          `${on}　${[...chosenWords(answers), answers.words, recording].filter((one) => one !== '').join('，')}`,
      ),
    },
    {
      title: '家里人',
      lines: [...own.family.elders, ...own.family.relatives].map(({ name }) => name || '没留称呼'),
    },
    {
      title: '谁看过',
      lines: own.reads.map(
        ({ at, who, field, title }) =>
          `${at}　${who}看了${FIELDS[field]}${title === '' ? '' : `，为“${title}”`}`,
      ),
    },
    { title: '消息', lines: own.messages.map(({ on, title, text }) => `${on}　${title}：${text}`) },
  ];
}
