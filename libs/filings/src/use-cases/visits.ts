import { ForeseeAcceptance } from './foresee-acceptance.query';
import { OpenMismatches } from './open-mismatches.query';
import { ReceiversOfNotice } from './receivers-of-notice.query';
import { SiteFacts } from './site-facts';
import { OpenPaper } from './open-paper';
import { OrderVisit } from './order-visit';
import { VerifyOnSite } from './verify-on-site';
import { VerificationFiles } from './verification-files';
import { TellPartnerOfVisit } from './tell-partner-of-visit';

/** What is asked and done around visits to the spot, and what follows an acceptance. */
export const VISITS = [
  ForeseeAcceptance,
  OpenMismatches,
  ReceiversOfNotice,
  OpenPaper,
  OrderVisit,
  SiteFacts,
  VerifyOnSite,
  VerificationFiles,
  TellPartnerOfVisit,
];
