import { TakeoverController } from './http/takeover.controller';
import { LaterCaseStore } from './store/later-case.store';
import { RefusedBeforeStore } from './store/refused-before.store';
import { TakeoverStore } from './store/takeover.store';
import { RefusedBefore } from './use-cases/refused-before.query';
import { ShowRefusal } from './use-cases/show-refusal';
import { ShowSinceDecided } from './use-cases/since-decided';
import { StateTakeover } from './use-cases/state-takeover';
import { TakeoverDesk } from './use-cases/takeover-desk';

/** What belongs to filings beside another account or in the house of another home (归属说明). */
export const TAKEOVER_CONTROLLERS = [TakeoverController];
/** With what is told of a case after its decision, and before the next one of the same matter. */
export const TAKEOVER_PROVIDERS = [
  TakeoverStore,
  TakeoverDesk,
  StateTakeover,
  LaterCaseStore,
  ShowSinceDecided,
  RefusedBeforeStore,
  RefusedBefore,
  ShowRefusal,
];
