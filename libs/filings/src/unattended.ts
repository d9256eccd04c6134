import { LeftBehindController } from './http/left-behind.controller';
import { SeekUnattendedJob } from './jobs/seek-unattended.job';
import { UnattendedStore } from './store/unattended.store';
import { LeftBehindStore } from './store/left-behind.store';
import { LeftOpinionsStore } from './store/left-opinions.store';
import { LeftBehind } from './use-cases/left-behind.query';
import { LeftOpinions } from './use-cases/left-opinions.query';
import { OfficeHere } from './use-cases/office-here';
import { SeekUnattended } from './use-cases/seek-unattended';

/** What belongs to cases that nobody of their authority may decide. */
export const UNATTENDED_CONTROLLERS = [LeftBehindController];
export const UNATTENDED_PROVIDERS = [
  UnattendedStore,
  LeftBehindStore,
  LeftOpinionsStore,
  OfficeHere,
  LeftBehind,
  LeftOpinions,
  SeekUnattended,
  SeekUnattendedJob,
];
