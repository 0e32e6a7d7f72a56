/**
 * 共用手机 (people.md section 7): somebody who agreed that this phone's holder speaks for them (替我说), and who may
 * be counted here and now: they have a seat, or a chair is free.
 */
export interface BesideMe {
  personId: string;
  /** 张**; '' where nothing was said. */
  name: string;
  sample: boolean;
  /** Has a seat in this class. */
  seated: boolean;
  arrived: boolean;
}
