import { actionTable } from '../../core/action';
import { homeActions } from '../../home/actions';
import { familyActions } from '../../people/family/actions';
import { householdActions } from '../../people/household/actions';
import { inboxActions } from '../../people/inbox/actions';
import { meActions } from '../../people/me/actions';
import { myDataActions } from '../../people/my-data/actions';
import { courseActions } from '../../school/course/actions';
import { sessionActions } from '../../school/session/actions';
import { checkInActions } from '../../school/session/check-in-actions';
import { hostActions } from '../../school/session/host-actions';
import { venueActions } from '../../school/venue/actions';
import { deskActions } from '../../service/desk/actions';
import { commandActions } from '../../service/request/command-actions';
import { familyMatters } from '../../service/request/family-actions';
import { requestReads } from '../../service/request/read-actions';
import { submitActions } from '../../service/request/submit-action';
import { wallActions } from '../../service/wall/actions';

/** Everything that a phone can ask for. Tests and benches enumerate it. */
export const table = actionTable(
  homeActions,
  meActions,
  inboxActions,
  familyActions,
  householdActions,
  myDataActions,
  familyMatters,
  courseActions,
  venueActions,
  sessionActions,
  checkInActions,
  hostActions,
  submitActions,
  commandActions,
  requestReads,
  wallActions,
  deskActions,
);
