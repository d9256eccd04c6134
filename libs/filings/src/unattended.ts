import { SeekUnattendedJob } from './jobs/seek-unattended.job';
import { UnattendedStore } from './store/unattended.store';
import { SeekUnattended } from './use-cases/seek-unattended';

/** What belongs to cases that nobody of their authority may decide. */
export const UNATTENDED_PROVIDERS = [UnattendedStore, SeekUnattended, SeekUnattendedJob];
