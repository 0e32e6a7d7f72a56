import { type BuiltIn, builtIn, type Properties } from './shared/define.js';
import { make } from './shared/dom.js';

/** Components that need WeChat, a map service or a device: their place is shown, with what was asked of them. */

const mapProperties = {
  longitude: 0,
  latitude: 0,
  scale: 16,
  minScale: 3,
  maxScale: 20,
  markers: null,
  covers: null,
  polyline: null,
  circles: null,
  controls: null,
  includePoints: null,
  showLocation: false,
  polygons: null,
  subkey: '',
  layerStyle: 1,
  rotate: 0,
  skew: 0,
  enable3D: false,
  showCompass: false,
  showScale: false,
  enableOverlooking: false,
  enableAutoMaxOverlooking: false,
  enableZoom: true,
  enableScroll: true,
  enableRotate: false,
  enableSatellite: false,
  enableTraffic: false,
  enablePoi: true,
  enableBuilding: true,
  setting: null,
};

/** No tiles: coordinates and the titles of the markers, which can be tapped. */
export const map = builtIn('map', mapProperties, (self) => {
  const { dom, data, fire } = self;
  const list = make('div', 'phone-stand-in-markers');
  const where = make('div', '');
  dom.append(
    make('div', 'phone-stand-in-note', {}, [make('strong', '', {}, ['地图（此处没有瓦片）']), where, list]),
  );
  const draw = (): void => {
    where.textContent = `纬度 ${data.latitude} · 经度 ${data.longitude} · 缩放 ${data.scale}`;
    const markers: unknown[] = Array.isArray(data.markers) ? data.markers : [];
    list.replaceChildren(
      ...markers.map((marker, index) => {
        const { id, title, label } = (marker ?? {}) as {
          id?: number;
          title?: string;
          label?: { content?: string };
        }; // as WeChat documents a marker
        const button = make('button', '', { type: 'button' }, [
          title || label?.content || `标记 ${id ?? index + 1}`,
        ]);
        button.addEventListener('click', () => fire('markertap', { markerId: id ?? index }));
        return button;
      }),
    );
  };
  draw();
  return { changed: { latitude: draw, longitude: draw, scale: draw, markers: draw } };
});

/** A page of its own in WeChat; here its address. */
export const webView = builtIn('web-view', { src: '', progressbarColor: '' }, ({ dom, data }) => {
  const address = make('div', '');
  dom.append(
    make('div', 'phone-stand-in-note', {}, [make('strong', '', {}, ['网页（要在微信里打开）']), address]),
  );
  return {
    changed: {
      src: () => {
        address.textContent = data.src;
      },
    },
  };
});

/** Opens nothing and asks nobody: said so on its place, and reported, since a page that needs it cannot work here. */
function standIn(tag: string, title: string, properties: Properties = {}): BuiltIn {
  return builtIn(tag, properties, ({ dom, host }) => ({
    attached: () => {
      dom.classList.add('phone-stand-in');
      dom.append(
        make('div', 'phone-stand-in-note', {}, [
          make('strong', '', {}, [`${title}（此处不能用）`]),
          `<${tag}>`,
        ]),
      );
      host.report({ kind: 'component', message: `<${tag}> is not supported by this phone` });
    },
  }));
}

export const standIns: readonly BuiltIn[] = [
  standIn('camera', '相机', {
    mode: 'normal',
    resolution: 'medium',
    devicePosition: 'back',
    flash: 'auto',
    frameSize: 'medium',
  }),
  standIn('live-player', '直播播放', {
    src: '',
    mode: 'live',
    autoplay: false,
    muted: false,
    orientation: 'vertical',
    objectFit: 'contain',
  }),
  standIn('live-pusher', '直播推流', {
    url: '',
    mode: 'RTC',
    autopush: false,
    muted: false,
    enableCamera: true,
  }),
  standIn('voip-room', '多人通话', { openid: '', mode: 'camera', devicePosition: 'front' }),
  standIn('editor', '富文本编辑器', {
    readOnly: false,
    placeholder: '',
    showImgSize: false,
    showImgToolbar: false,
    showImgResize: false,
  }),
  standIn('open-data', '微信开放数据', {
    type: '',
    openGid: '',
    lang: 'en',
    defaultText: '',
    defaultAvatar: '',
  }),
  standIn('official-account', '关注公众号'),
  standIn('ad', '广告', { unitId: '', adIntervals: 30, adType: '', adTheme: 'white' }),
  standIn('ad-custom', '原生模板广告', { unitId: '', adIntervals: 30 }),
  standIn('functional-page-navigator', '插件功能页', { version: 'release', name: '', args: null }),
  standIn('channel-video', '视频号视频', {
    feedId: '',
    finderUserName: '',
    feedToken: '',
    autoplay: false,
    loop: false,
    muted: false,
    objectFit: 'contain',
  }),
  standIn('channel-live', '视频号直播', { feedId: '', finderUserName: '' }),
  standIn('xr-frame', '三维画面'),
  standIn('audio', '音频（改用 wx.createInnerAudioContext）', {
    src: '',
    loop: false,
    controls: false,
    poster: '',
    name: '',
    author: '',
  }),
];
