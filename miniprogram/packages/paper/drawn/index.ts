import type { PaperSheet } from '../../../contract/paper';
import type { Sheet } from '../engine/layout';
import { homeLessonSlip, roster, roundTable } from './class';
import { consent, doorNote, handOver, receipt } from './matter';
import { complaintCard, householdCard, wishSlip } from './slips';
import { poster, timetable } from './venue';

/** How each sheet of the server is drawn. */
export function drawn(sheet: PaperSheet): Sheet {
  switch (sheet.kind) {
    case 'poster':
      return poster(sheet);
    case 'timetable':
      return timetable(sheet);
    case 'wish':
      return wishSlip(sheet);
    case 'complaint':
      return complaintCard(sheet);
    case 'card':
      return householdCard(sheet);
    case 'door_note':
      return doorNote(sheet);
    case 'consent':
      return consent(sheet);
    case 'hand_over':
      return handOver(sheet);
    case 'receipt':
      return receipt(sheet);
    case 'roster':
      return roster(sheet);
    case 'round_table':
      return roundTable(sheet);
    case 'home_lesson':
      return homeLessonSlip(sheet);
  }
}
