import { randomUUID } from 'node:crypto';
import type { CloudClock } from '../clock';
import type { Memory } from '../data-folder';
import { notSupported } from '../errors';
import { apiName } from './names';
import { type OpenApiReply, ok, refused, requiredText, WxError } from './reply';
import { Consents, type DeliveredMessage, Mailbox } from './subscriptions';
import { checkTemplateFields } from './template-fields';
import { checkText, result, type Verdict } from './texts';

/** What WeChat's servers would be, and the strings by which a test or a demonstration pulls them. */
export interface OpenApiDesk {
  /** Subscription messages delivered so far, oldest first. */
  readonly sent: DeliveredMessage[];
  /** Consents left, by `openid|template`. None left: error 43101. */
  readonly subscriptions: Map<string, number>;
  /** What `security.msgSecCheck` finds. */
  checkTexts: Verdict;
  /** What `security.mediaCheckAsync` will find; the verdict comes as a pushed message. */
  checkMedia: Verdict;
  /**
   * Answers an API in its place, the built-in ones included; an object is JSON, a Buffer a picture.
   * Throwing a WxError is WeChat's refusal. @returns a function that takes the answer back.
   */
  respond(api: string, reply: (data: Record<string, unknown>) => unknown): () => void;
  /** WeChat pushes a message to the function that takes it. @throws CloudError when none does. */
  push(message: WxMessage): Promise<unknown>;
  onMessage(listener: (message: DeliveredMessage) => void): () => void;
}

export interface WxMessage {
  MsgType: string;
  Event?: string;
  /** The person it is about, when it is about one. */
  FromUserName?: string;
  [field: string]: unknown;
}

export interface DeskOptions {
  clock: CloudClock;
  memory: Memory;
  appid: string;
  push: (message: WxMessage) => Promise<unknown>;
  /** Whether some function takes messages of this kind. */
  takes: (kind: string) => boolean;
}

/** Who sends messages that are about nobody in particular. */
export const WECHAT = 'wechat';

type Responder = (data: Record<string, unknown>) => OpenApiReply | Promise<OpenApiReply>;

export class Desk implements OpenApiDesk {
  checkTexts: Verdict = 'pass';
  checkMedia: Verdict = 'pass';
  readonly subscriptions: Map<string, number>;
  readonly #mailbox: Mailbox;
  readonly #options: DeskOptions;
  readonly #responders = new Map<string, Responder>();
  readonly #builtIn: Record<string, Responder> = {
    'security.msgSecCheck': (data) => checkText(data, this.checkTexts),
    'security.mediaCheckAsync': (data) => this.#checkMedia(data),
    'subscribeMessage.send': (data) => this.#send(data),
    // The drawing library is loaded by the first call that needs it.
    'wxacode.getUnlimited': async (data) => (await import('./codes')).unlimitedCode(data),
  };

  constructor(options: DeskOptions) {
    this.#options = options;
    this.#mailbox = new Mailbox(options.memory);
    this.subscriptions = new Consents(options.memory);
  }

  get sent(): DeliveredMessage[] {
    return this.#mailbox.sent;
  }

  onMessage(listener: (message: DeliveredMessage) => void): () => void {
    return this.#mailbox.onMessage(listener);
  }

  respond(api: string, reply: (data: Record<string, unknown>) => unknown): () => void {
    const name = apiName(api);
    const responder: Responder = async (data) => {
      const value = await reply(data);
      if (Buffer.isBuffer(value)) return { kind: 'bytes', contentType: 'image/png', bytes: value };
      return ok(typeof value === 'object' && value !== null ? { ...value } : {});
    };
    this.#responders.set(name, responder);
    return () => {
      if (this.#responders.get(name) === responder) this.#responders.delete(name);
    };
  }

  push(message: WxMessage): Promise<unknown> {
    return this.#options.push(message);
  }

  /** A person agrees to further messages of a template, as on their phone. */
  subscribe(openid: string, templateId: string, count = 1): void {
    const who = `${openid}|${templateId}`;
    this.subscriptions.set(who, (this.subscriptions.get(who) ?? 0) + count);
  }

  /** WeChat tells the environment how a person answered the dialog, if some function wants to know. */
  async reportSubscription(openid: string, answers: [template: string, answer: unknown][]): Promise<void> {
    const Event = 'subscribe_msg_popup_event';
    if (!this.#options.takes(Event)) return;
    const List = answers.map(([TemplateId, answer]) => ({
      TemplateId,
      SubscribeStatusString: String(answer),
      PopupScene: '0',
    }));
    await this.push({ ...this.#envelope(openid), Event, List });
  }

  #envelope(from: string): WxMessage {
    const CreateTime = Math.floor(this.#options.clock.now() / 1_000);
    return { ToUserName: 'gh_local', FromUserName: from, CreateTime, MsgType: 'event' };
  }

  /** @param api as `apiName` gives it. @throws CloudError for an API that nobody stands in for. */
  async call(api: string, data: Record<string, unknown>): Promise<OpenApiReply> {
    const responder = this.#responders.get(api) ?? this.#builtIn[api];
    if (!responder) throw notSupported(`the open API ${api}`);
    try {
      return await responder(data);
    } catch (error) {
      if (error instanceof WxError) return refused(error);
      throw error;
    }
  }

  #send(data: Record<string, unknown>): OpenApiReply {
    const openid = requiredText(data, 'touser');
    const templateId = requiredText(data, 'template_id');
    const fields = checkTemplateFields(data.data);
    const who = `${openid}|${templateId}`;
    const left = this.subscriptions.get(who) ?? 0;
    if (left <= 0) throw new WxError(43101, `user refuse to accept the msg rid: ${randomUUID()}`);
    this.subscriptions.set(who, left - 1);
    const page = typeof data.page === 'string' ? data.page : '';
    this.#mailbox.deliver({ openid, templateId, page, data: fields, at: this.#options.clock.now() });
    return ok({ msgid: Number(`0x${randomUUID().slice(0, 8)}`) });
  }

  #checkMedia(data: Record<string, unknown>): OpenApiReply {
    requiredText(data, 'media_url');
    requiredText(data, 'openid');
    const judged = result(this.checkMedia);
    const traceId = randomUUID();
    if (this.#options.takes('wxa_media_check')) setImmediate(() => this.#reportMedia(traceId, judged));
    return ok({ trace_id: traceId });
  }

  #reportMedia(traceId: string, judged: { suggest: string; label: number }): void {
    const message: WxMessage = {
      ...this.#envelope(WECHAT),
      Event: 'wxa_media_check',
      appid: this.#options.appid,
      trace_id: traceId,
      version: 2,
      detail: [{ strategy: 'content_model', errcode: 0, ...judged, prob: 90 }],
      errcode: 0,
      errmsg: 'ok',
      result: judged,
    };
    // WeChat does not learn of a failure either; it is in the function's log.
    this.push(message).catch(() => undefined);
  }
}
