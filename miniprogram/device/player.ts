/** One recording at a time: a second one stops the first. */
let playing: { context: WechatMiniprogram.InnerAudioContext; stopped(): void } | null = null;

/**
 * Plays a recording (a path of this phone or a url), also when the phone is switched to silent.
 * `stopped` is called once, at its end, when it is stopped, or with `failed` true when it cannot be played.
 */
export function play(src: string, stopped: (failed: boolean) => void): void {
  stopPlaying();
  const context = wx.createInnerAudioContext();
  const settle = (failed: boolean): void => {
    if (playing?.context !== context) return;
    playing = null;
    context.destroy();
    stopped(failed);
  };
  playing = { context, stopped: () => settle(false) };
  context.obeyMuteSwitch = false;
  context.onEnded(() => settle(false));
  context.onError(() => settle(true));
  context.src = src;
  context.play();
}

export function stopPlaying(): void {
  const { context, stopped } = playing ?? {};
  context?.stop();
  stopped?.();
}
