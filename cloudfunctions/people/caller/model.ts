/** 来电找人 is a reading: it stands in the person's own timeline, and 我的数据 shows it. */
export const FOUND = 'found_by_phone';
