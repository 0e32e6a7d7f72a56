import type { ActionName } from '@contract/actions';
import * as matters from './matters';
import * as others from './others';
import * as paper from './paper';
import type { Contest } from './race';
import * as rights from './rights';
import * as roles from './roles';
import * as seats from './seats';

/**
 * The race of every contended command; `contended.test.ts` compares the names with what the action
 * table declares. A new one: `contended: true` beside the action, and its line here.
 */
export const RACES: Readonly<Partial<Record<ActionName, Contest>>> = {
  'session.take': seats.lastSeat,
  'session.wait': seats.waitingForIt,
  'session.leave': seats.givingBack,
  'session.accept': seats.answeringAnOffer,
  'session.pass': seats.answeringAnOffer,
  'session.edit': seats.takingChairsAway,
  'session.hand_over': seats.handingOver,
  'session.check_in': seats.checkingIn,
  'session.mark': seats.checkingInTogether,
  'session.propose': seats.lastTopic,
  'request.claim': matters.claiming,
  'request.team_up': matters.goingAlong,
  'request.release': matters.givingBack,
  'request.withdraw': matters.givingBack,
  'request.accept': matters.accepting,
  'request.bounce': matters.accepting,
  'request.confirm': matters.judging,
  'request.reopen': matters.judging,
  'request.dispatch': matters.dispatching,
  'request.publish': matters.publishing,
  'request.vouch': matters.vouching,
  'family.bind': others.bindingFamily,
  'joining.confirm': others.becomingOne,
  'activity.join': others.lastPlace,
  'activity.leave': others.leavingTogether,
  'walk.book': others.sameDay,
  'pair.answer': others.endingAPair,
  'rights.ask': rights.takingDown,
  'rights.settle': rights.ringingBack,
  'role.grant': roles.granting,
  'role.confirm': roles.answering,
  'role.decline': roles.answering,
  'role.revoke': roles.lastAdmin,
  'paper.enter_lesson': paper.enteringASlip,
  'paper.revoke': paper.revokingASlip,
  'award.agree': others.carryingAVote,
};
