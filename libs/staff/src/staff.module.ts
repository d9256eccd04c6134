import { Module } from '@nestjs/common';
import { AccessModule } from '@zhaoguan/access';
import { InstitutionsModule } from '@zhaoguan/institutions';
import { CredentialsController } from './http/credentials.controller';
import { RadarController } from './http/radar.controller';
import { StaffSheetController } from './http/staff-sheet.controller';
import { StaffController, StaffRequirementsController } from './http/staff.controller';
import { ExpiriesJob } from './jobs/expiries.job';
import { CredentialStore } from './store/credential.store';
import { ExpiryStore } from './store/expiry.store';
import { RadarStore } from './store/radar.store';
import { StaffStore } from './store/staff.store';
import { ExportRegister } from './use-cases/export-register.query';
import { ExportExpiries } from './use-cases/export-expiries.query';
import { CheckExpiries } from './use-cases/check-expiries';
import { EndFormerStaff } from './use-cases/end-former-staff';
import { EnterCredential } from './use-cases/enter-credential';
import { ExportStaff } from './use-cases/export-staff.query';
import { ImportStaff } from './use-cases/import-staff';
import { KeepStaff } from './use-cases/keep-staff';
import { RadarOffice } from './use-cases/radar-office';
import { RadarQuery } from './use-cases/radar.query';
import { RevealNames } from './use-cases/reveal-names';
import { StaffFiles } from './use-cases/staff-files';
import { StaffRoom } from './use-cases/staff-room';
import { StaffTemplate } from './use-cases/staff-template.query';
import { StaffRules } from './use-cases/staff-rules';
import { StaffViews } from './use-cases/staff-views';
import { WatchExpiries } from './use-cases/watch-expiries';
import { StaffQuery } from './use-cases/staff.query';

@Module({
  imports: [AccessModule, InstitutionsModule],
  controllers: [
    StaffController,
    CredentialsController,
    StaffRequirementsController,
    RadarController,
    StaffSheetController,
  ],
  providers: [
    StaffStore,
    CredentialStore,
    StaffRoom,
    StaffRules,
    StaffViews,
    KeepStaff,
    EnterCredential,
    EndFormerStaff,
    StaffFiles,
    StaffQuery,
    ExportRegister,
    ExpiryStore,
    RadarStore,
    RadarOffice,
    RadarQuery,
    ExportExpiries,
    WatchExpiries,
    CheckExpiries,
    ImportStaff,
    ExportStaff,
    StaffTemplate,
    RevealNames,
    ExpiriesJob,
  ],
})
export class StaffModule {}
