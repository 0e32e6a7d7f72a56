import type { BrandView } from '../../../contract/catalogue';
import { BRANDS, type Brand, CAMPAIGNS } from '../../../contract/words';
import { steady } from '../../../lib/text';

export interface BrandLook {
  title: string;
  text: string;
  campaigns: { key: string; title: string; text: string }[];
  ways: { icon: string; title: string; text: string; link: string }[];
}

const HOME = {
  icon: 'map-route-planning',
  title: '跑腿代办这一类',
  text: '看看能办啥',
  link: '/packages/service/catalogue/catalogue?category=errand',
};
const BUY = {
  icon: 'shop',
  title: BRANDS.brand_dual_purchase,
  text: '惠民公告，代买东西',
  link: '/packages/service/dual-purchase/dual-purchase',
};

/** What the seed says of each, and nothing that it does not say (S66, S69, S70). */
const TEXTS: Readonly<Record<Brand, string>> = {
  brand_red_sesame:
    '“红芝麻”是党建引领基层治理的品牌。小程序也叫这个名：谁家有事，说一句就行。别的讲法，待街道说明。',
  brand_dual_purchase: '“惠民双购”是党建服务品牌。怎么个办法，待街道说明。',
  brand_errand: '“跑腿代办”是党建服务品牌：您动嘴，我们跑腿。自愿托付，不收钱，证件不拍照。',
};

const WAYS: Readonly<Record<Brand, BrandLook['ways']>> = {
  brand_red_sesame: [
    { icon: 'home', title: '芝麻行动', text: '开门、分享、亮相', link: '/packages/service/sesame/sesame' },
    {
      icon: 'map-route-planning',
      title: BRANDS.brand_errand,
      text: '您动嘴，我们跑腿',
      link: '/packages/service/brand/brand?brand=brand_errand',
    },
    BUY,
  ],
  brand_dual_purchase: [BUY],
  brand_errand: [HOME],
};

export function isBrand(value: string | undefined): value is Brand {
  return value !== undefined && value in BRANDS;
}

export function brandLook(view: BrandView): BrandLook {
  return {
    title: BRANDS[view.brand],
    text: TEXTS[view.brand],
    campaigns: view.campaigns.map(({ campaign, solved }) => ({
      key: campaign,
      title: CAMPAIGNS[campaign],
      text: steady(solved === null ? '居民说办好的还不到 5 件，先不写数' : `居民说办好了 ${solved} 件`),
    })),
    ways: WAYS[view.brand],
  };
}
