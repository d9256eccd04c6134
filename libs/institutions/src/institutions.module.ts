import { Module } from '@nestjs/common';
import { AccessModule } from '@zhaoguan/access';
import { DirectoryImportsController } from './http/directory-imports.controller';
import { InstitutionsController } from './http/institutions.controller';
import { LineageController } from './http/lineage.controller';
import { SuspensionContactsController } from './http/suspension-contacts.controller';
import { DirectoryShelf } from './import/directory-shelf';
import { ApplyStatusStepsJob } from './jobs/apply-status-steps.job';
import { ImportDirectoryJob } from './jobs/import-directory.job';
import { DirectoryImportStore } from './store/directory-import.store';
import { InstitutionListStore } from './store/institution-list.store';
import { InstitutionStore } from './store/institution.store';
import { InstitutionImportStore } from './store/institution-import.store';
import { ImportRunStore } from './store/import-run.store';
import { ImportInstitutions } from './use-cases/import-institutions';
import { LinkStore } from './store/link.store';
import { RelatedStore } from './store/related.store';
import { FilingEndStore } from './store/filing-end.store';
import { StatusStepStore } from './store/status-step.store';
import { SuspensionContactStore } from './store/suspension-contact.store';
import { AmendInstitution } from './use-cases/amend-institution';
import { CarryOutImport } from './use-cases/carry-out-import';
import { ClaimImportedSite } from './use-cases/claim-imported-site';
import { SiteSpellings } from './use-cases/site-spellings';
import { DecideStatus } from './use-cases/decide-status';
import { RetractStep } from './use-cases/retract-step';
import { StepInForce } from './use-cases/step-in-force.query';
import { DirectoryImports } from './use-cases/directory-imports';
import { EndFiling } from './use-cases/end-filing';
import { EnterLink } from './use-cases/enter-link';
import { ExportInstitutions } from './use-cases/export-institutions.query';
import { FindPredecessor } from './use-cases/find-predecessor';
import { GetInstitution } from './use-cases/get-institution.query';
import { InstitutionOffice } from './use-cases/institution-office';
import { Lineage } from './use-cases/lineage.query';
import { LicenceExpiry } from './use-cases/licence-expiry';
import { LicenseInstitution } from './use-cases/license-institution';
import { LinkPredecessor } from './use-cases/link-predecessor';
import { ListInstitutions } from './use-cases/list-institutions.query';
import { RegisterInstitution } from './use-cases/register-institution';
import { RevealHead } from './use-cases/reveal-head';
import { SetGrade } from './use-cases/set-grade';
import { SuspensionContacts } from './use-cases/suspension-contacts';

@Module({
  imports: [AccessModule],
  controllers: [
    InstitutionsController,
    DirectoryImportsController,
    LineageController,
    SuspensionContactsController,
  ],
  providers: [
    InstitutionStore,
    InstitutionListStore,
    InstitutionImportStore,
    ImportRunStore,
    ImportInstitutions,
    DirectoryShelf,
    DirectoryImportStore,
    DirectoryImports,
    CarryOutImport,
    ImportDirectoryJob,
    StatusStepStore,
    SuspensionContactStore,
    SuspensionContacts,
    FilingEndStore,
    LinkStore,
    RelatedStore,
    FindPredecessor,
    LinkPredecessor,
    InstitutionOffice,
    EnterLink,
    Lineage,
    DecideStatus,
    RetractStep,
    StepInForce,
    EndFiling,
    ApplyStatusStepsJob,
    AmendInstitution,
    RegisterInstitution,
    ClaimImportedSite,
    SiteSpellings,
    LicenceExpiry,
    LicenseInstitution,
    SetGrade,
    GetInstitution,
    ListInstitutions,
    ExportInstitutions,
    RevealHead,
  ],
  exports: [
    InstitutionStore,
    LicenceExpiry,
    AmendInstitution,
    DecideStatus,
    RetractStep,
    StepInForce,
    EndFiling,
    RegisterInstitution,
    ClaimImportedSite,
    SiteSpellings,
    LinkPredecessor,
    LicenseInstitution,
    SetGrade,
    ImportInstitutions,
  ],
})
export class InstitutionsModule {}
