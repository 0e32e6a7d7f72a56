import { openidOf } from '../database/seed/samples/people';
import type { Story } from '../local/stage/config';

/** What the stage of `npm start` says to try; what stands in quotation marks is on the glass in these words. */
const TOLD: readonly { title: string; holders: readonly string[]; steps: string[] }[] = [
  {
    title: '楼道灯坏了：从开口到办好',
    holders: ['elder', 'dispatcher', 'grid'],
    steps: [
      '1 号（长者）：点“说一句话”“打字说”，写“楼道灯坏了，晚上看不见”，点“接着，对一下”“对，交上去”。',
      '2 号（受理员）：点“去分一分”，点这件事，“急不急”选“3 天”，点“派下去”。',
      '3 号（网格员）：点“走这一趟”，点这件事，点“接下”，再“开始办”，再“办好了”写一句怎么办的。',
      '2 号：回“受理台”，在“等回话”里点这件事，点“核对过了”。',
      '1 号：回首页，点“说一句”，说办好没有。谁在办、办到哪，这部手机一路都看得见。',
    ],
  },
  {
    title: '想要一副老花镜：一个微心愿',
    holders: ['elder', 'dispatcher', 'member'],
    steps: [
      '1 号（长者）：照上面那样写“想要一副老花镜”，交上去。',
      '2 号（受理员）：点“去分一分”，点这件事，在“贴墙上”写一句（不写姓名住处），点“贴上心愿墙”。',
      '3 号（党员）：点“微心愿”，点这张，点“我来办”，选个日子。1 号回首页就看到谁来、哪天来。',
    ],
  },
  {
    title: '占一座，到了扫一下',
    holders: ['member', 'host'],
    steps: [
      '1 号（党员）：在“这两天的课”里点头一节，点“占一座”。',
      '2 号（班主任）：点同一节，点“班主任的台子”，码就亮着。离开课早，就在上面把时间往前拨。',
      '1 号：点“到场登记”，再点“扫一扫”，对准 2 号屏上的码。',
    ],
  },
  {
    title: '没网也能记',
    holders: ['grid'],
    steps: [
      '手机上面“网络”拨到“断了”，点“走这一趟”“替人说一句”，记一件，写上怎么称呼，交上去。',
      '再拨回“有”：它自己交上去，只交一次。',
    ],
  },
];

export const stories: readonly Story[] = TOLD.map(({ holders, ...story }) => ({
  ...story,
  holders: holders.map(openidOf),
}));
