import { beforeQuiet, HOUR } from './calendar';
import type { Settings } from './settings';

/**
 * When a promise that may be late is explained (story 4): some hours before its end, of a short one in its last
 * quarter, and never so that the word lies unheard through the night until the promise is broken. Pure.
 * @param since when it was promised, epoch ms
 */
export function explainMoment(dueAt: number, since: number, settings: Settings): number {
  const lead = Math.min(settings.explainLeadHours * HOUR, Math.max(0, dueAt - since) / 4);
  const moment = Math.round(dueAt - lead);
  const evening = beforeQuiet(moment, settings.quiet);
  return evening > since ? evening : moment;
}
