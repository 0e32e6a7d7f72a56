/**
 * The closed list of refusals. `says` is what a person reads: what happened and what to do next
 * (workflows 10.5 has the tone). The comment is for the caller: how to go on.
 *
 * Beside these, a call may not reach the function at all, where the platform's own limits are reached:
 * EXCEED_REQUEST_LIMIT (-501003) and EXCEED_CONCURRENT_REQUEST_LIMIT (-501004) come from `wx.cloud`, not
 * in a reply. Nothing was done then. `api/attempt.ts` takes them as BUSY: a read is asked once more
 * after a moment with jitter, a write twice with the same rid; what is still refused then stays in the
 * draft or the outbox, and the page says 这会儿人多. The same codes met by the function at the database
 * (also EXCEED_RATELIMIT, 429) become BUSY (`core/database.ts`). EXCEED_REQUEST_SIZE_LIMIT is no load:
 * the same call would be refused again, so it is a bug of ours and INTERNAL.
 */
export const REFUSALS = {
  // ---- the call itself
  /** The input does not fit; `field` names it. Mark the field, keep what was typed. */
  INVALID_INPUT: '有一处没填对，改一下再交',
  /** No such action. A bug or a forged call: do not retry. */
  UNKNOWN_ACTION: '这个功能还没有，更新一下小程序试试',
  /** The phone's contract is older than the server still serves. Offer the update. */
  CONTRACT_TOO_OLD: '小程序有新版，关掉再打开就好',
  /** The caller has no identity (a timer, a forged call). Do not retry. */
  NO_CALLER: '没认出您是谁，请从微信里打开',
  /** Nothing there, or nothing that this reader may know of. Go back to the list. */
  NOT_FOUND: '没找到，可能已经撤了',
  /** The reader lacks the right. Show who can. */
  NOT_ALLOWED: '这一步您办不了，打社区电话问问',
  /** Somebody changed it meanwhile and the command no longer fits. Load again and show. */
  STALE: '刚有人动过，给您换上新的',
  /**
   * Too many at once, among people or at the database (EXCEED_*); nothing was changed, or the same rid
   * shows what was. A read is asked once more, a write twice with the same rid; then keep what was typed.
   */
  BUSY: '人有点多，等一下再点',
  /** This person called too often (`core/limiter.ts`); `at` says when it goes on. Do not retry before, keep what was typed. */
  TOO_MANY: '点得太快了，歇一分钟再来',
  /** A bug on our side; nothing was changed, or the same rid shows what was. Retry with the same rid. */
  INTERNAL: '是我们这边的毛病，不怪您。再试一次，或打社区电话',

  // ---- seats
  /** No seat left, nothing changed. Offer the waiting list. */
  SEATS_FULL: '刚被别人占了，还能候补',
  /** A seat became free. Offer to take it. */
  SEAT_FREE: '刚空出座来，直接占一座吧',
  /** Sign-up is not open, or the class was called off. Show the state. */
  SESSION_NOT_OPEN: '这节课现在不能报名',
  /** The class has begun. Show the teaching point's telephone. */
  SESSION_STARTED: '已经开课了，直接来教学点就行',
  /** There is no offer to this person, or it has been answered. Load again. */
  NO_OFFER: '没有留给您的座了，看看还有没有空座',
  /** The offer's deadline has passed. Offer the waiting list. */
  OFFER_EXPIRED: '过了时候，座让给下一位了。还想来就再排一回',
  /** Capacity would fall below the seats in use. Name the number. */
  CAPACITY_IN_USE: '已经坐下的人比这个数多，不能再减',

  // ---- the schedule
  /** The class would begin in the past, end on another day, or be over before sign-up. Choose again. */
  TIME_UNFIT: '这个时间排不了，换个往后的、当天能上完的',

  /** Another class has the room; `at` is when that one begins. `session.fits` names it. */
  VENUE_TAKEN: '这间屋这个点有课了，换个时间或换个地方',
  /** More seats than the room has; `count` is how many it has. */
  ROOM_SMALL: '屋里坐不下这么多，少排几座或换个大屋',
  /** The teacher has another class or a walk then; `at` is when that begins. `session.fits` names it. */
  TEACHER_TAKEN: '讲师这个点有别的课，换个时间或换一位',
  /** The teacher has not agreed, or rests this month. Choose another. */
  TEACHER_UNFIT: '这位讲师还没应下来，或者这个月歇着，换一位',
  /** The storyteller's month is full; `count` is how many it takes. */
  TEACHER_FULL: '这位这个月排满了，让人歇歇，换个月或换一位',

  /** Somebody tells at one stop: their month stands in one document. Show the office's telephone. */
  ALREADY_TELLS: '您已经在一站讲着了，一位讲一站。想换，跟教务说一声',

  /** Three topics are there already. Show them. */
  TOPICS_FULL: '已经有三件了，先聊这三件，剩下的下回说',

  // ---- check-in
  /** Before the window. Show when it opens. */
  CHECK_IN_EARLY: '还没到登记的时候，先坐会儿',
  /** After the window. Show how the host adds it. */
  CHECK_IN_LATE: '下课了，找班主任补一笔就行',
  /** The code is not one of ours, or it was altered. Scan again. */
  CODE_WRONG: '这个码不对，再扫一下',
  /** Too many wrong numbers; `at` says when they may try again. Offer the other ways. */
  TRIES_USED: '试了几回都不对，请班主任点一下就行',
  /** Still the time of checking in: nothing to put right yet. Offer the ordinary ways. */
  STILL_COUNTING: '还没散课，直接登记就行',
  /** More than seven days after class. Show the community's telephone. */
  CORRECTION_OVER: '过了 7 天，改不了了。有事打社区电话',
  /** A genuine code older than 60 s. Scan the screen again. */
  CODE_EXPIRED: '码换了，再扫一下',
  /** A genuine code of another class. Show which class this person has today. */
  CODE_OTHER_SESSION: '这是另一节课的码，看看黑板上的课名',
  /** The person has no seat in this class. Offer a seat, or the host. */
  NOT_ON_ROSTER: '名单上没有您，跟班主任说一声就能坐',

  /** Thanks are said when the class is over; `at` is when. */
  AFTER_CLASS: '上完课再说，写的给您留着',

  // ---- walks
  /** The storyteller has not said yes, or has taken it back. Show the other stops. */
  STOP_NO_CONSENT: '还没得本人同意，先不能约。看看别的站',
  /** The storyteller rests in this month. Offer the next month and the other stops. */
  STOP_RESTING: '这个月歇着呢，换个月，或者约别的站',
  /** The month's last place is taken. Offer the next month and the other stops. */
  STOP_FULL: '这个月约满了，换个月，或者约别的站',
  /** A group comes on that day already. Choose another day. */
  STOP_DAY_TAKEN: '这天有人约了，换一天',
  /** More people than the stop takes; `count` is the most. */
  GROUP_TOO_BIG: '一次去不了这么多人，分两拨走',
  /** The day is today, past, or too far away. Choose another. */
  DAY_UNFIT: '这天约不了，从明天起、两个月里挑一天',
  // ---- volunteering
  /** No place left in the activity, nothing changed. Show other activities. */
  PLACES_FULL: '人手够了，谢谢您。看看别的活动？',
  /** The activity has begun, ended or was called off: places can no longer change. Load again. */
  ACTIVITY_CLOSED: '这个活动现在不能报名也不能退',
  /** The hours are not at the step that this needs. Load again and show. */
  HOURS_NOT_NOW: '时长核到别的步骤了，给您换上新的',
  /** Nobody certifies their own hours. Show that the office does. */
  OWN_HOURS: '自己的时长得由教务来认',

  // ---- awards
  /** The nomination is at another step, or this member has spoken already. Load again and show. */
  AWARD_NOT_NOW: '已经到别的步骤了，给您换上新的',
  /** Who nominated does not verify or decide, who verified does not decide. Somebody else has to. */
  AWARD_OWN_HAND: '经过您手的，得换一位来',
  // ---- governance
  /** Somebody else has agreed to the longest time: nothing is left to nod to. Go back to the list. */
  AGREED_ALREADY: '这件点过头了，按 15 天办，不用再点',
  /** This member has signed this wording already. Show it. */
  SIGNED_ALREADY: '您签过了，等别的委员',
  /** The member read older words than those that stand there now. Load again and show. */
  WORDS_CHANGED: '说法刚改过，看了新的再签',
  /** Who read an earlier stage does not read the next one (S28). Somebody else has to. */
  READ_BY_ANOTHER: '前面一审是您看的，这一审得换一位',
  // ---- family
  /** No such digits, used up, or older than ten minutes. Ask the elder for new ones. */
  BIND_CODE_WRONG: '这六个数不对，或者过了十分钟。请老人再给您念一回',
  /** Five wrong ones in ten minutes; `at` says when it goes on. */
  BIND_TRIES: '试了好几回了，歇十分钟再来',
  /** Ten bonds already on one side. */
  FAMILY_FULL: '绑的人太多了，先解除一位',
  /** The elder has not agreed to this. */
  NOT_AGREED: '老人没说好这一样，跟老人商量商量',

  // ---- two records of one person
  /** No such digits, used up, or older than ten minutes. Ask the community for new ones. */
  JOIN_CODE_WRONG: '这六个数不对，或者过了十分钟。请社区再念一回',
  /** The record has a WeChat of its own already. Nothing to offer. */
  JOIN_HAS_WECHAT: '这位已经连着微信了，不用再合',
  /** Powers are held, an erasing is under way, or it is one already. Telephone. */
  JOIN_UNFIT: '这两份眼下合不了，打电话跟社区说',
  /** More than a day ago. Telephone. */
  JOIN_TOO_LATE: '过了一天，这儿分不开了。有不对的打社区电话',

  // ---- powers
  /** Nobody gives a power to themselves or agrees to what they proposed. Another administrator has to. */
  OWN_POWER: '这得由另一位管理员来点',
  /** The last administrator cannot go. Give the role to somebody first. */
  LAST_ADMIN: '最后一位管理员不能撤，先请一位接上',

  // ---- household cards
  /** Lost or revoked, or a newer card has taken its place. Ask for the newest one, or issue one. */
  CARD_VOID: '这张户卡作废了，用新的那张，或者再发一张',

  // ---- slips of paper
  /** Revoked, because the paper was lost. Print a new one; who found it throws it away. */
  SLIP_VOID: '这张纸作废了，用新印的那张',
  /** No receipt of what is not done. Show where it stands. */
  NOT_FINISHED: '这件事还没办完，办完了再印回执',

  // ---- my data
  /** Matters are still under way; `count` says how many. Explain what becomes of them, then ask again. */
  OPEN_MATTERS: '您还有事在办，先看看注销了怎么办',
  /** Nothing to take back: it was erased or never asked for. */
  NOT_ERASING: '没有在注销，不用撤',

  // ---- 念给我听
  /** The operator has no voice. Do not offer it. */
  VOICE_OFF: '这里还不能念，字都在这一页上',
  /** The voice does not answer; nothing was changed. What would have been said stands on the page; another try is welcome. */
  VOICE_DOWN: '这会儿念不出来，字都在这一页上。过会儿再点，或打社区电话问',

  // ---- requests
  /** The command does not fit the state it is in now. Load again and show. */
  NOT_NOW: '办到别的步骤了，给您换上新的',
  /** Asked once already (一次性告知). Telephone for the rest. */
  ASKED_ALREADY: '已经问过一回了，剩下的打电话问清',
  /** Put off once already. Release it, or say what is in the way. */
  EXTENDED_ALREADY: '已经延过一回了，办不了就还回去，不怪您',
  /** Somebody else claimed it first. Show the wall. */
  CLAIMED_BY_OTHER: '刚有人接了，谢谢您。看看别的？',
  /** One's own matter cannot be claimed, and who does it cannot confirm or rate it. */
  OWN_MATTER: '自己的事得别人来办、别人来评',
  /** The content check refused the text; nothing was stored. Let the person change it. */
  TEXT_REFUSED: '有句话过不了审核，换个说法，或打社区电话说',
  /** The content check is down and this text would become public. Try later. */
  TEXT_UNCHECKED: '审核这会儿连不上，没敢放出去，过一会儿再发',
  /** The chosen helper cannot take it (other grid, no such role). Choose again. */
  HELPER_UNFIT: '派的这位接不了，另选一位',
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** What may accompany a refusal. Never a document, a stack or another person's data. */
export interface RefusalDetail {
  /** Path of the input that does not fit, `beneficiary.phone`. */
  field?: string;
  /** When it becomes possible, epoch ms. */
  at?: number;
  /** A number that explains: seats in use, place in the queue. */
  count?: number;
}

export interface RefusalReply extends RefusalDetail {
  code: RefusalCode;
  says: string;
}
