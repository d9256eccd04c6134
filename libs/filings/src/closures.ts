import { ClosuresController, InstitutionClosuresController } from './http/closures.controller';
import { ClosureStore } from './store/closure.store';
import { ReceiverStore } from './store/receiver.store';
import { SendingClosureStore } from './store/sending-closure.store';
import { ClosureDesk } from './use-cases/closure-desk';
import { ClosureFiles } from './use-cases/closure-files';
import { Closures } from './use-cases/closures.query';
import { RecordClosure } from './use-cases/record-closure';
import { ReportClosure } from './use-cases/report-closure';
import { SendingClosures } from './use-cases/sending-closures.query';

/** What belongs to institutions that have ended (终止后续核实). */
export const CLOSURE_CONTROLLERS = [ClosuresController, InstitutionClosuresController];
export const CLOSURE_PROVIDERS = [
  ClosureStore,
  ReceiverStore,
  SendingClosureStore,
  SendingClosures,
  ClosureDesk,
  Closures,
  RecordClosure,
  ReportClosure,
  ClosureFiles,
];
