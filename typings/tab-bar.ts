export {};

declare global {
  namespace WechatMiniprogram.Page {
    interface InstanceProperties {
      /** There on each tab page where app.json says `"custom": true`; WeChat's typings give it to components only. */
      getTabBar?(): Pick<Component.TrivialInstance, 'setData'> | null;
    }
  }
}
