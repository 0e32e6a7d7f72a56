import type { ServiceItem } from '../../../cloudfunctions/service/catalogue/model';
import type { ServiceCategory } from '../../../miniprogram/contract/words';
import { base } from '../base';

/**
 * The seed counts more than fifty items in seven categories and names none (S72). These are samples of what
 * a street offers, each marked as such until the street has confirmed it, and none of them a promise.
 * [title, for whom by their own word, what is asked, how long it takes]
 */
type Line = readonly [title: string, forWhom: string, asks: readonly string[], takes: string];

const AT_HOME = ['啥时候家里有人', '住几栋（上门当天才看门牌）'] as const;
const ELDERS = '上了岁数的、腿脚不便的';
const ANYONE = '本街道的都行';

const LINES: Readonly<Record<ServiceCategory, readonly Line[]>> = {
  elder_care: [
    ['上门理发', ELDERS, AT_HOME, '3 天里约好日子'],
    ['陪着说说话', '一个人住的老人', AT_HOME, '3 天里有人来'],
    ['量量血压、提醒吃药', ELDERS, AT_HOME, '约好日子上门'],
    ['教用手机', ELDERS, ['想学哪样'], '一回半个来钟头'],
    ['送餐上门', ELDERS, ['哪几天', '有啥忌口'], '当天说，第二天起'],
    ['陪着去医院', ELDERS, ['哪天', '哪家医院'], '提前两天说'],
    ['雪天扫门口', ELDERS, ['住几栋'], '下雪当天'],
    ['隔几天敲敲门', '一个人住的老人', AT_HOME, '一周里安排上'],
  ],
  warm_home: [
    ['两口子拌嘴，劝一劝', ANYONE, ['在哪儿说方便'], '3 天里有人来'],
    ['邻居闹别扭，说和说和', ANYONE, ['两家啥时候有空'], '7 天里坐下说'],
    ['搬新家认认门', '新搬来的', ['住几栋'], '一周里'],
    ['困难家庭，送点东西', '家里有难处的', ['缺啥'], '7 天里回话'],
    ['帮着找个活干', '在找活干的', ['会点啥', '啥时候能上班'], '7 天里回话'],
    ['修个灯、换个水龙头', ELDERS, AT_HOME, '3 天里上门'],
    ['借个工具', ANYONE, ['借啥、用几天'], '当天'],
    ['家里办红白事，搭把手', ANYONE, ['哪天、要几个人'], '提前两天说'],
  ],
  child_care: [
    ['放学后看一会儿', '双职工家的孩子', ['小名', '岁数段', '接送口令'], '提前一天约'],
    ['寒暑假托管', '本街道的孩子', ['小名', '岁数段', '接送口令', '哪几天'], '提前一周约'],
    ['辅导作业', '本街道的孩子', ['小名', '几年级'], '一周里安排上'],
    ['接送一趟', '临时走不开的家', ['小名', '接送口令', '从哪到哪'], '提前一天约'],
    ['周末讲故事', '学龄前的孩子', ['小名', '岁数段'], '看排期'],
    ['手工、画画', '本街道的孩子', ['小名', '岁数段'], '看排期'],
    ['家长有急事，先照看着', '临时有急事的家', ['小名', '岁数段', '接送口令'], '打电话，当天'],
    ['安全小课堂', '本街道的孩子', ['小名', '岁数段'], '看排期'],
  ],
  home_clinic: [
    ['替您约家庭医生', ELDERS, ['哪天方便'], '3 天里回话'],
    ['替您挂个号', ANYONE, ['哪家医院、哪个科'], '当天'],
    ['约护士上门换药', '出不了门的', AT_HOME, '约好日子'],
    ['约体检', ELDERS, ['哪天方便'], '一周里回话'],
    ['约康复师来看看', '出不了门的', AT_HOME, '一周里回话'],
    ['约打疫苗', ANYONE, ['哪天方便'], '3 天里回话'],
    ['代取药', ELDERS, ['哪家药房', '有没有单子'], '当天或第二天'],
    ['约辅具（拐、轮椅）', '腿脚不便的', ['要哪样', '用多久'], '3 天里回话'],
  ],
  housekeeping: [
    ['擦玻璃', ELDERS, AT_HOME, '7 天里'],
    ['收拾屋子', ELDERS, AT_HOME, '7 天里'],
    ['清清油烟机', ELDERS, AT_HOME, '7 天里'],
    ['通下水', ANYONE, AT_HOME, '当天或第二天'],
    ['搬个重物', ELDERS, ['搬啥、搬到哪'], '3 天里'],
    ['晒被、换季收拾', ELDERS, AT_HOME, '7 天里'],
    ['修个门锁窗扣', ELDERS, AT_HOME, '3 天里'],
    ['看看电线插座', ELDERS, AT_HOME, '3 天里'],
  ],
  wish: [
    ['想要一样东西', ANYONE, ['想要啥'], '核对 3 个工作日，贴上墙找人'],
    ['想有人陪，出趟门', ELDERS, ['想去哪儿'], '核对 3 个工作日，贴上墙找人'],
    ['想跟人下盘棋', ANYONE, ['啥时候有空'], '核对 3 个工作日，贴上墙找人'],
    ['想照张像', ELDERS, ['在哪儿照'], '核对 3 个工作日，贴上墙找人'],
    ['想听场戏、看场电影', ELDERS, ['想看啥'], '核对 3 个工作日，贴上墙找人'],
    ['想过个生日', ELDERS, ['哪天'], '核对 3 个工作日，贴上墙找人'],
    ['想学一样手艺', ANYONE, ['想学啥'], '核对 3 个工作日，贴上墙找人'],
    ['想找几本旧书', ANYONE, ['哪几本'], '核对 3 个工作日，贴上墙找人'],
  ],
  errand: [
    ['代办证件、年审', ELDERS, ['哪样证', '材料交给谁'], '1 个工作日内回话'],
    ['代交水电费', ELDERS, ['哪家的费', '现金当面结清'], '当天或第二天'],
    ['代取快递', ELDERS, ['在哪儿取'], '当天'],
    ['代购日用品', ELDERS, ['买啥', '最多花多少'], '当天或第二天'],
    ['帮着备材料', ANYONE, ['办啥事'], '1 个工作日内回话'],
    ['陪着去窗口', ELDERS, ['哪个窗口、哪天'], '提前一天约'],
    ['代写一封信、一份申请', ANYONE, ['写给谁、写啥'], '3 天里'],
    ['问问政策', ANYONE, ['想问啥'], '1 个工作日内回话'],
  ],
};

const OTHER_WAYS = '打社区座机说一声，或者到社区窗口，托街坊捎句话也行';

export function sampleItems(now: number): ServiceItem[] {
  let order = 0;
  return Object.entries(LINES).flatMap(([category, lines]) =>
    lines.map(([title, forWhom, asks, takes], place) => ({
      ...base(`item-${category.replace('_', '-')}-${place + 1}`, now),
      // The keys of LINES are the categories.
      category: category as ServiceCategory,
      title,
      forWhom,
      asks: [...asks],
      takes,
      otherWays: OTHER_WAYS,
      listed: true,
      order: order++,
      confirmedAt: null,
      sample: true,
    })),
  );
}
