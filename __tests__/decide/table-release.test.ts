import { describe } from '@jest/globals';
import {
  type Row,
  type Table,
  decides,
  onFailure,
  onInconclusive,
  onPause,
  onTimeout,
  wait,
} from './rows.ts';

const all = (row: Row): readonly Row[] => [row, row, row, row, row];
const atGate = onPause('paused (gate)', 'request promote', wait);
const atGateTooLong = onPause('paused (gate)', 'request promote', onTimeout('paused (timed-out)'));
const plannedAtGate = onPause('paused (gate)', 'planned (nothing-to-do)', 'planned (nothing-to-do)');
const atHold = onPause('paused (held-by-person)', wait, wait);
const heldTooLong = onPause(
  'paused (held-by-person)',
  onTimeout('paused (timed-out)'),
  onTimeout('paused (timed-out)'),
);
const unproven = onPause('paused (inconclusive)', 'paused (inconclusive)', wait);
/** The controller has aborted already: only a rollback has anything to add. */
const byController: Row = {
  onFailure: {
    abort: 'aborted (by-controller)',
    rollback: 'request restore',
    stop: 'aborted (by-controller)',
  },
};

/** The controller drops an abort on top of a full promotion: the stable template goes back instead. */
const inFull: Row = {
  onTimeout: { abort: 'request restore', rollback: 'request restore', stop: 'progressing (timed-out)' },
};
/** Where nothing of the plan asked for the right to write a template, an abort is all there is. */
const orAbort: Row = {
  onInconclusive: { abort: 'request abort', rollback: 'request restore', stop: 'request abort' },
};
const inFullIfAllowed: Row = {
  onTimeout: {
    abort: { onFailure: { abort: orAbort, rollback: 'request restore', stop: orAbort } },
    rollback: 'request restore',
    stop: 'progressing (timed-out)',
  },
};

/** What is decided: a row for each situation, with deploy, follow, promote, promote-full and retry. */
const table: Table = {
  'nothing seen yet': all(wait),
  'Healthy before': [
    'request deploy',
    'healthy (completed)',
    'refused (nothing-to-do)',
    'refused (nothing-to-do)',
    'refused (nothing-to-do)',
  ],
  'not allowed yet, at a gate': [
    onPause('paused (gate)', wait, wait),
    onPause('paused (gate)', wait, wait),
    wait,
    wait,
    'refused (nothing-to-do)',
  ],
  progressing: [wait, wait, wait, 'request promote-full', wait],
  'progressing, too long': [
    onTimeout('progressing (timed-out)'),
    onTimeout('progressing (timed-out)'),
    onTimeout('progressing (timed-out)'),
    'request promote-full',
    onTimeout('progressing (timed-out)'),
  ],
  gate: [atGate, atGate, 'request promote', 'request promote-full', atGate],
  'gate, too long': [atGateTooLong, atGateTooLong, 'request promote', 'request promote-full', atGateTooLong],
  timed: [wait, wait, wait, 'request promote-full', wait],
  'timed, not ended in time': [
    onTimeout('paused (timed-out)'),
    onTimeout('paused (timed-out)'),
    onTimeout('paused (timed-out)'),
    'request promote-full',
    onTimeout('paused (timed-out)'),
  ],
  'held by a person at a gate': [atHold, atHold, 'request resume', 'request resume', atHold],
  'held by a person, too long': [heldTooLong, heldTooLong, 'request resume', 'request resume', heldTooLong],
  'held by a cancelled run of ours': [atHold, atHold, 'request resume', 'request resume', atHold],
  'blueGreen: gate with its analysis running': [wait, wait, wait, 'request promote-full', wait],
  'blueGreen: gate that proves nothing': [
    unproven,
    unproven,
    'paused (inconclusive)',
    'request promote-full',
    unproven,
  ],
  'promoting in full': all(wait),
  'promoting in full, too long': [inFull, inFullIfAllowed, inFullIfAllowed, inFull, inFullIfAllowed],
  inconclusive: [
    onInconclusive('paused (inconclusive)'),
    onInconclusive('paused (inconclusive)'),
    // It came before the judgment, so nobody has judged.
    onInconclusive('paused (inconclusive)'),
    'request promote-full',
    onInconclusive('paused (inconclusive)'),
  ],
  'gate and inconclusive': [
    onInconclusive('paused (inconclusive)'),
    onInconclusive('paused (inconclusive)'),
    // It came before the judgment, so nobody has judged.
    onInconclusive('paused (inconclusive)'),
    'request promote-full',
    onInconclusive('paused (inconclusive)'),
  ],
  measuring: [wait, wait, wait, 'request promote-full', wait],
  'measuring, for hours': [wait, wait, wait, 'request promote-full', wait],
  'aborted by the controller': all(byController),
  'aborted by the controller, not settled': all(wait),
  'aborted by a person': all('aborted (by-somebody)'),
  'aborted by a person, not settled': all(wait),
  'aborted, never settled': all('aborted (timed-out)'),
  'abort asked by a person, not acted on': all(wait),
  'past the progress deadline': [wait, wait, wait, 'request promote-full', wait],
  'past the progress deadline, too long': [
    onTimeout('degraded (timed-out)'),
    onTimeout('degraded (timed-out)'),
    onTimeout('degraded (timed-out)'),
    'request promote-full',
    onTimeout('degraded (timed-out)'),
  ],
  'invalid spec': all(wait),
  'invalid spec, after the grace': all('degraded (invalid-spec)'),
  'not current, showing a gate': all(wait),
  'not current, too long': all('progressing (timed-out)'),
  'pods that cannot start, in the grace': [
    'read pods',
    'read pods',
    'read pods',
    'request promote-full',
    'read pods',
  ],
  'pods that cannot start': [
    onFailure('progressing (cannot-start)'),
    onFailure('progressing (cannot-start)'),
    onFailure('progressing (cannot-start)'),
    'request promote-full',
    onFailure('progressing (cannot-start)'),
  ],
  'pods that cannot start, fail-fast: false': [wait, wait, wait, 'request promote-full', wait],
  'first creation': [wait, wait, wait, wait, 'refused (nothing-to-do)'],
  'first creation, too long': [
    'progressing (timed-out)',
    'progressing (timed-out)',
    'progressing (timed-out)',
    'progressing (timed-out)',
    'refused (nothing-to-do)',
  ],
  'other image, not observed': ['superseded (by-somebody)', wait, wait, wait, wait],
  'other image, only the generation observed': ['superseded (by-somebody)', wait, wait, wait, wait],
  'other candidate at its gate': all('superseded (by-somebody)'),
  deleted: all('superseded (deleted)'),
  'created again': all('superseded (deleted)'),
  'API server out of reach': all(wait),
  'API server out of reach, too long': all('unknown (unreachable)'),
  'API server back in time': ['read pods', 'read pods', 'read pods', 'request promote-full', 'read pods'],
  'cancelled at a gate': all('paused (cancelled)'),
  'cancelled before anything was seen': all('unknown (cancelled)'),
  'request sent': all(wait),
  'request overdue': [atGate, atGate, 'request promote', 'request promote-full', atGate],
  'request overdue, the third': all('paused (ignored)'),
  'request refused, nothing newer seen': [wait, wait, 'refused (by-somebody)', wait, wait],
  'request refused, then the same seen again': [
    atGate,
    atGate,
    'refused (by-somebody)',
    'request promote-full',
    atGate,
  ],
  'abort dropped by the controller': [
    'progressing (ignored)',
    'progressing (ignored)',
    'progressing (ignored)',
    'request promote-full',
    'progressing (ignored)',
  ],
  'image of a container that is not there': [
    'refused (bad-input)',
    'refused (bad-input)',
    'refused (does-not-fit)',
    'refused (does-not-fit)',
    'refused (does-not-fit)',
  ],
  'image of another release': [
    'request deploy',
    wait,
    'refused (does-not-fit)',
    'refused (does-not-fit)',
    'refused (does-not-fit)',
  ],
  'expect of another candidate': [
    atGate,
    'refused (does-not-fit)',
    'refused (does-not-fit)',
    'refused (does-not-fit)',
    atGate,
  ],
  'expect of this candidate, at another step': [
    atGate,
    atGate,
    'refused (does-not-fit)',
    'refused (does-not-fit)',
    'refused (nothing-to-do)',
  ],
  'dry run, before the first write': [
    onPause('paused (gate)', 'request promote', 'planned (nothing-to-do)'),
    onPause('paused (gate)', 'request promote', 'planned (nothing-to-do)'),
    'request promote',
    'request promote-full',
    'refused (nothing-to-do)',
  ],
  'dry run, write checked': [
    plannedAtGate,
    plannedAtGate,
    'planned (nothing-to-do)',
    'planned (nothing-to-do)',
    'refused (nothing-to-do)',
  ],
  'dry run, not current': all(wait),
  'Healthy after': all('healthy (completed)'),
};

describe('what brings a release forward', () => {
  decides(['deploy', 'follow', 'promote', 'promote-full', 'retry'], table);
});
