import { FIRST_MIGRATIONS } from './first';
import { FilingsInTurn1764620000000 } from './1764620000000-filings-in-turn';
import { SettledByWhatStands1764630000000 } from './1764630000000-settled-by-what-stands';
import { FormerNumbers1764630010000 } from './1764630010000-former-numbers';
import { Renewals1764640000000 } from './1764640000000-renewals';
import { AdmissionWork1764640000010 } from './1764640000010-admission-work';
import { RenewalsInForce1764640000020 } from './1764640000020-renewals-in-force';
import { FilingAuthorities1764650000000 } from './1764650000000-filing-authorities';
import { PlacesOfWork1764700000000 } from './1764700000000-places-of-work';
import { PublicAuthorities1764700010000 } from './1764700010000-public-authorities';
import { CasesHeldAbove1764700020000 } from './1764700020000-cases-held-above';
import { AccountGivers1764700025000 } from './1764700025000-account-givers';
import { AdvisedBy1764700030000 } from './1764700030000-advised-by';
import { HandsInFilings1764700040000 } from './1764700040000-hands-in-filings';
import { AccountsWithoutPassword1764700050000 } from './1764700050000-accounts-without-password';
import { ReceiptsInFull1764700060000 } from './1764700060000-receipts-in-full';
import { PublicSiteTypes1764700070000 } from './1764700070000-public-site-types';
import { EndedAssistance1764700100000 } from './1764700100000-ended-assistance';
import { ExpiryDaysInWords1764700110000 } from './1764700110000-expiry-days-in-words';
import { DecidersOfRevocations1764700200000 } from './1764700200000-deciders-of-revocations';
import { AssistanceLeft1764700200010 } from './1764700200010-assistance-left';
import { WaitingRenewals1764700200020 } from './1764700200020-waiting-renewals';
import { SiteTypesOfInstitutions1764700300000 } from './1764700300000-site-types-of-institutions';
import { CommitmentCheckDays1764700400000 } from './1764700400000-commitment-check-days';
import { AssistedReturns1764700410000 } from './1764700410000-assisted-returns';
import { RemovalDecisionFacts1764700420000 } from './1764700420000-removal-decision-facts';
import { BarredStaffWork1764700430000 } from './1764700430000-barred-staff-work';
import { ReceiptsOfNotices1764700450000 } from './1764700450000-receipts-of-notices';
import { VerifiedByOthers1764700460000 } from './1764700460000-verified-by-others';
import { SuspectedRows1764700600000 } from './1764700600000-suspected-rows';
import { KeyChecks1764700700000 } from './1764700700000-key-checks';
import { RegistrationsOfLicences1764700800000 } from './1764700800000-registrations-of-licences';
import { DecidedOnceTakenIn1764700810000 } from './1764700810000-decided-once-taken-in';
import { PartnersToldLater1764700990000 } from './1764700990000-partners-told-later';
import { ClosedAtTheHouse1764701000000 } from './1764701000000-closed-at-the-house';
import { AnsweredPapers1764701000010 } from './1764701000010-answered-papers';
import { PenaltyNoticesServed1764701010000 } from './1764701010000-penalty-notices-served';
import { CarersAtHome1764900000000 } from './1764900000000-carers-at-home';
import { ImportedOfNobody1764901000000 } from './1764901000000-imported-of-nobody';
import { PapersTold1764901010000 } from './1764901010000-papers-told';
import { RenewalsInWords1764901023000 } from './1764901023000-renewals-in-words';
import { RenewalsOfInstitutions1764901023010 } from './1764901023010-renewals-of-institutions';
import { DayOfDrafts1764901030000 } from './1764901030000-day-of-drafts';
import { PapersOfDecidedCases1764901030010 } from './1764901030010-papers-of-decided-cases';
import { GrantsOfEndedLicences1764901030020 } from './1764901030020-grants-of-ended-licences';
import { VisitsTold1764901030030 } from './1764901030030-visits-told';
import { FilingsByNextTerm1764901040000 } from './1764901040000-filings-by-next-term';
import { SitesInAnySpelling1764901050000 } from './1764901050000-sites-in-any-spelling';
import { PartyOfRemovals1764901060000 } from './1764901060000-party-of-removals';
import { StaffOfOneAccount1764901080000 } from './1764901080000-staff-of-one-account';
import { EndsInOwnPapers1764901090000 } from './1764901090000-ends-in-own-papers';
import { HousesAsOneWritesThem1764901100000 } from './1764901100000-houses-as-one-writes-them';
import { PartyOfPenaltyCases1764901110000 } from './1764901110000-party-of-penalty-cases';
import { NoticesOfDecidedRemovals1764902100000 } from './1764902100000-notices-of-decided-removals';
import { LicenceNumbersOfRows1764902200000 } from './1764902200000-licence-numbers-of-rows';
import { AskedRenewals1764903100000 } from './1764903100000-asked-renewals';
import { PlacesOfNumbers1764903200000 } from './1764903200000-places-of-numbers';
import { PeriodsOfAnswers1764903210000 } from './1764903210000-periods-of-answers';
import { NoticesOnPaper1764903400000 } from './1764903400000-notices-on-paper';
import { GiversOfPasswords1764903410000 } from './1764903410000-givers-of-passwords';
import { CodesOfFacts1764903420000 } from './1764903420000-codes-of-facts';
import { NoticesOnPaper1764903500000 } from './1764903500000-notices-on-paper';
import { WithdrawnFilings1764903600000 } from './1764903600000-withdrawn-filings';
import { PartyOfInspections1764903610000 } from './1764903610000-party-of-inspections';
import { AskedLicences1764903700000 } from './1764903700000-asked-licences';
import { RefusalsByIndex1764903710000 } from './1764903710000-refusals-by-index';
import { DecisionServices1764905100000 } from './1764905100000-decision-services';
import { OrderedVisits1764905200000 } from './1764905200000-ordered-visits';
import { ReceivingInstitutions1764905210000 } from './1764905210000-receiving-institutions';
import { Takeovers1764905300000 } from './1764905300000-takeovers';
import { OutcomesAtWindow1764905310000 } from './1764905310000-outcomes-at-window';
import { UnservedReplacesNothing1764905400000 } from './1764905400000-unserved-replaces-nothing';
import { ClosuresFollowedUp1764910000010 } from './1764910000010-closures-followed-up';
import { LinksOfClosures1764910000015 } from './1764910000015-links-of-closures';
import { IntakeSlips1764910000020 } from './1764910000020-intake-slips';
import { ReceiptItems1764910000021 } from './1764910000021-receipt-items';
import { WhoOrderedAVisit1764910000100 } from './1764910000100-who-ordered-a-visit';
import { StatementsOfOneHouse1764910000110 } from './1764910000110-statements-of-one-house';
import { LapsedPromises1764910000120 } from './1764910000120-lapsed-promises';
import { RestoredPromises1764920000010 } from './1764920000010-restored-promises';
import { NamesOfFiles1764920000020 } from './1764920000020-names-of-files';
import { DraftsOfAccounts1764920000030 } from './1764920000030-drafts-of-accounts';
import { UploadsOfADay1764930000010 } from './1764930000010-uploads-of-a-day';
import { DwellingsAreNotFound1764930000020 } from './1764930000020-dwellings-are-not-found';
import { MismatchesRefiled1764940000020 } from './1764940000020-mismatches-refiled';
import { FollowUpsAbove1764950000020 } from './1764950000020-follow-ups-above';
import { RatedSteps1764960000010 } from './1764960000010-rated-steps';
import { RegistrationPapers1764960000020 } from './1764960000020-registration-papers';
import { StatementsOfOneHead1764960000021 } from './1764960000021-statements-of-one-head';
import { OpenDwellings1764960000022 } from './1764960000022-open-dwellings';
import { CodesOfEnded1764960000023 } from './1764960000023-codes-of-ended';
import { AdvisersOfFilings1764960000040 } from './1764960000040-advisers-of-filings';
import { SuccessorsOfClosures1764960000050 } from './1764960000050-successors-of-closures';
import { UnattendedCases1764960000060 } from './1764960000060-unattended-cases';
import { UnattendedFollowUps1764960000061 } from './1764960000061-unattended-follow-ups';
import { DraftsOfOneSite1764960000070 } from './1764960000070-drafts-of-one-site';
import { OneKeyOfAHouse1764960000080 } from './1764960000080-one-key-of-a-house';
import { ClosuresNamingSuccessors1764970000010 } from './1764970000010-closures-naming-successors';
import { GrantedLicences1764970000020 } from './1764970000020-granted-licences';
import { OfficesToStaff1764970000050 } from './1764970000050-offices-to-staff';
import { DraftsOfOneCode1764970000060 } from './1764970000060-drafts-of-one-code';
import { ExpectedResumptions1764970000070 } from './1764970000070-expected-resumptions';
import { ProlongedSuspensions1764970000090 } from './1764970000090-prolonged-suspensions';
import { ClosuresReportedDone1764970000110 } from './1764970000110-closures-reported-done';
import { RatingsToldApart1764970000130 } from './1764970000130-ratings-told-apart';
import { DoneThoughRead1764970000131 } from './1764970000131-done-though-read';
import { StepsInTheRegister1764970000170 } from './1764970000170-steps-in-the-register';
import { OverdueWithNobodyAbove1764970000210 } from './1764970000210-overdue-with-nobody-above';
import { Retractions1764970000300 } from './1764970000300-retractions';
import { DaysOfOfficesToStaff1764970000302 } from './1764970000302-days-of-offices-to-staff';
import { RemarksOfRows1764970000303 } from './1764970000303-remarks-of-rows';
import { SuspensionContacts1764970000313 } from './1764970000313-suspension-contacts';
import { ClosuresSendingPeople1764970000330 } from './1764970000330-closures-sending-people';
import { DaysOfSteps1764970000350 } from './1764970000350-days-of-steps';
import { ReceiptsTakenBack1764970000370 } from './1764970000370-receipts-taken-back';

/** The one history of the database, oldest first. */
export const MIGRATIONS = [
  ...FIRST_MIGRATIONS,
  FilingsInTurn1764620000000,
  SettledByWhatStands1764630000000,
  FormerNumbers1764630010000,
  Renewals1764640000000,
  AdmissionWork1764640000010,
  RenewalsInForce1764640000020,
  FilingAuthorities1764650000000,
  PlacesOfWork1764700000000,
  PublicAuthorities1764700010000,
  CasesHeldAbove1764700020000,
  AccountGivers1764700025000,
  AdvisedBy1764700030000,
  HandsInFilings1764700040000,
  AccountsWithoutPassword1764700050000,
  ReceiptsInFull1764700060000,
  PublicSiteTypes1764700070000,
  EndedAssistance1764700100000,
  ExpiryDaysInWords1764700110000,
  DecidersOfRevocations1764700200000,
  AssistanceLeft1764700200010,
  WaitingRenewals1764700200020,
  SiteTypesOfInstitutions1764700300000,
  CommitmentCheckDays1764700400000,
  AssistedReturns1764700410000,
  RemovalDecisionFacts1764700420000,
  BarredStaffWork1764700430000,
  ReceiptsOfNotices1764700450000,
  VerifiedByOthers1764700460000,
  SuspectedRows1764700600000,
  KeyChecks1764700700000,
  RegistrationsOfLicences1764700800000,
  DecidedOnceTakenIn1764700810000,
  PartnersToldLater1764700990000,
  ClosedAtTheHouse1764701000000,
  AnsweredPapers1764701000010,
  PenaltyNoticesServed1764701010000,
  CarersAtHome1764900000000,
  ImportedOfNobody1764901000000,
  PapersTold1764901010000,
  RenewalsInWords1764901023000,
  RenewalsOfInstitutions1764901023010,
  DayOfDrafts1764901030000,
  PapersOfDecidedCases1764901030010,
  GrantsOfEndedLicences1764901030020,
  VisitsTold1764901030030,
  FilingsByNextTerm1764901040000,
  SitesInAnySpelling1764901050000,
  PartyOfRemovals1764901060000,
  StaffOfOneAccount1764901080000,
  EndsInOwnPapers1764901090000,
  HousesAsOneWritesThem1764901100000,
  PartyOfPenaltyCases1764901110000,
  NoticesOfDecidedRemovals1764902100000,
  LicenceNumbersOfRows1764902200000,
  AskedRenewals1764903100000,
  PlacesOfNumbers1764903200000,
  PeriodsOfAnswers1764903210000,
  NoticesOnPaper1764903400000,
  GiversOfPasswords1764903410000,
  CodesOfFacts1764903420000,
  NoticesOnPaper1764903500000,
  WithdrawnFilings1764903600000,
  PartyOfInspections1764903610000,
  AskedLicences1764903700000,
  RefusalsByIndex1764903710000,
  DecisionServices1764905100000,
  OrderedVisits1764905200000,
  ReceivingInstitutions1764905210000,
  Takeovers1764905300000,
  OutcomesAtWindow1764905310000,
  UnservedReplacesNothing1764905400000,
  ClosuresFollowedUp1764910000010,
  LinksOfClosures1764910000015,
  IntakeSlips1764910000020,
  ReceiptItems1764910000021,
  WhoOrderedAVisit1764910000100,
  StatementsOfOneHouse1764910000110,
  LapsedPromises1764910000120,
  RestoredPromises1764920000010,
  NamesOfFiles1764920000020,
  DraftsOfAccounts1764920000030,
  UploadsOfADay1764930000010,
  DwellingsAreNotFound1764930000020,
  MismatchesRefiled1764940000020,
  FollowUpsAbove1764950000020,
  RatedSteps1764960000010,
  RegistrationPapers1764960000020,
  StatementsOfOneHead1764960000021,
  OpenDwellings1764960000022,
  CodesOfEnded1764960000023,
  AdvisersOfFilings1764960000040,
  SuccessorsOfClosures1764960000050,
  UnattendedCases1764960000060,
  UnattendedFollowUps1764960000061,
  DraftsOfOneSite1764960000070,
  OneKeyOfAHouse1764960000080,
  ClosuresNamingSuccessors1764970000010,
  GrantedLicences1764970000020,
  OfficesToStaff1764970000050,
  DraftsOfOneCode1764970000060,
  ExpectedResumptions1764970000070,
  ProlongedSuspensions1764970000090,
  ClosuresReportedDone1764970000110,
  RatingsToldApart1764970000130,
  DoneThoughRead1764970000131,
  StepsInTheRegister1764970000170,
  OverdueWithNobodyAbove1764970000210,
  Retractions1764970000300,
  DaysOfOfficesToStaff1764970000302,
  RemarksOfRows1764970000303,
  SuspensionContacts1764970000313,
  ClosuresSendingPeople1764970000330,
  DaysOfSteps1764970000350,
  ReceiptsTakenBack1764970000370,
];
