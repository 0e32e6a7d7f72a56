import { builtIn } from './shared/define.js';

const properties = {
  minWidth: 0,
  maxWidth: 0,
  width: 0,
  minHeight: 0,
  maxHeight: 0,
  height: 0,
  orientation: '',
};

/** https://developers.weixin.qq.com/miniprogram/dev/component/match-media.html */
export const matchMediaComponent = builtIn('match-media', properties, (self) => {
  const { dom, data, host } = self;
  const judge = (): void => {
    const { clientWidth: width, clientHeight: height } = host.frame;
    const answers = [
      data.minWidth === 0 || width >= data.minWidth,
      data.maxWidth === 0 || width <= data.maxWidth,
      data.width === 0 || width === data.width,
      data.minHeight === 0 || height >= data.minHeight,
      data.maxHeight === 0 || height <= data.maxHeight,
      data.height === 0 || height === data.height,
      data.orientation === '' || data.orientation === (width > height ? 'landscape' : 'portrait'),
    ];
    dom.toggleAttribute('hidden', answers.includes(false));
  };
  const size = new ResizeObserver(judge);
  size.observe(host.frame);
  self.onDetach(() => size.disconnect());
  return { changed: Object.fromEntries(Object.keys(properties).map((name) => [name, judge])) };
});
