import type { Host, OpenPage, PageMeta } from '../runtime/host.js';
import { builtIn } from './shared/define.js';

const metaProperties = {
  backgroundTextStyle: '',
  backgroundColor: '',
  backgroundColorTop: '',
  backgroundColorBottom: '',
  rootBackgroundColor: '',
  scrollTop: null,
  scrollDuration: 300,
  pageStyle: '',
  pageFontSize: '',
  pageOrientation: '',
  rootFontSize: '',
};

/** https://developers.weixin.qq.com/miniprogram/dev/component/page-meta.html */
export const pageMeta = builtIn('page-meta', metaProperties, (self) => {
  const { dom, data, host } = self;
  let page: OpenPage | undefined;
  let stop: (() => void) | undefined;
  const tell = (): void => {
    const meta: PageMeta = {};
    if (data.pageStyle !== '') meta.pageStyle = data.pageStyle;
    const size = data.rootFontSize || data.pageFontSize;
    if (size !== '') meta.rootFontSize = size;
    const background = data.rootBackgroundColor || data.backgroundColor;
    if (background !== '') meta.backgroundColor = background;
    const textStyle = data.backgroundTextStyle;
    if (textStyle === 'dark' || textStyle === 'light') meta.backgroundTextStyle = textStyle;
    page?.setMeta(meta);
  };
  const scroll = (): void => {
    if (!page || data.scrollTop === null || data.scrollTop === '') return;
    const top = Number.parseFloat(String(data.scrollTop));
    const behavior = data.scrollDuration > 0 && !host.boot.automated ? 'smooth' : 'auto';
    page.scroller.addEventListener('scrollend', () => self.fire('scrolldone', {}), { once: true });
    page.scroller.scrollTo({ top, behavior });
  };
  const found = (open: OpenPage): void => {
    page = open;
    tell();
    scroll();
    stop = listen(open, self.fire);
  };
  const names = Object.keys(metaProperties).filter((name) => !name.startsWith('scroll'));
  return {
    changed: { ...Object.fromEntries(names.map((name) => [name, tell])), scrollTop: scroll },
    attached: () => findPage(host, dom, found),
    detached: () => {
      stop?.();
      page?.setMeta({});
    },
  };
});

function listen({ scroller }: OpenPage, fire: (name: string, detail: unknown) => void): () => void {
  const onScroll = (): void => fire('scroll', { scrollTop: scroller.scrollTop });
  const size = new ResizeObserver(([entry]) => {
    if (entry)
      fire('resize', {
        size: { windowWidth: entry.contentRect.width, windowHeight: entry.contentRect.height },
      });
  });
  scroller.addEventListener('scroll', onScroll, { passive: true });
  size.observe(scroller);
  return () => {
    scroller.removeEventListener('scroll', onScroll);
    size.disconnect();
  };
}

const barProperties = {
  title: '',
  loading: false,
  frontColor: '',
  backgroundColor: '',
  colorAnimationDuration: 0,
  colorAnimationTimingFunc: 'linear',
};

/** Inside `<page-meta>`. https://developers.weixin.qq.com/miniprogram/dev/component/navigation-bar.html */
export const navigationBar = builtIn('navigation-bar', barProperties, (self) => {
  const { dom, data, host } = self;
  let page: OpenPage | undefined;
  const onTop = (): boolean => page !== undefined && host.router.current() === page;
  const title = (): void => {
    if (onTop() && data.title !== '') host.chrome.setTitle(data.title);
  };
  const color = (): void => {
    if (!onTop() || data.frontColor === '' || data.backgroundColor === '') return;
    host.chrome.setNavigationColor({
      front: data.frontColor,
      background: data.backgroundColor,
      duration: data.colorAnimationDuration,
    });
  };
  const loading = (): void => {
    if (onTop()) host.chrome.setNavigationLoading(data.loading);
  };
  return {
    changed: { title, frontColor: color, backgroundColor: color, loading },
    attached: () =>
      findPage(host, dom, (open) => {
        page = open;
        title();
        color();
        if (data.loading) loading();
      }),
  };
});

/** A page is mounted before the router counts it as open. */
function findPage(host: Host, dom: HTMLElement, found: (page: OpenPage) => void): void {
  const look = (triesLeft: number): void => {
    const page = host.router.stack().find(({ web }) => web.contains(dom));
    if (page) found(page);
    else if (triesLeft > 0 && dom.isConnected) setTimeout(() => look(triesLeft - 1));
  };
  queueMicrotask(() => look(20));
}
