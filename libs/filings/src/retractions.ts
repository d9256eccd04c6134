import { ExchangeRetractionsController } from './http/exchange-retractions.controller';
import { RetractionsController } from './http/retractions.controller';
import { RetractionStore } from './store/retraction.store';
import { RetractNotice } from './use-cases/retract-notice';
import { RetractionDesk } from './use-cases/retraction-desk';
import { RetractionsOfFiling } from './use-cases/retractions-of-filing.query';

/** What belongs to taking back what was accepted and is not in force yet (撤回). */
export const RETRACTION_CONTROLLERS = [RetractionsController, ExchangeRetractionsController];
export const RETRACTION_PROVIDERS = [RetractionStore, RetractionDesk, RetractionsOfFiling, RetractNotice];
