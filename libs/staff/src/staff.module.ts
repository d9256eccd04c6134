import { Module } from '@nestjs/common';
import { InstitutionsModule } from '@zhaoguan/institutions';
import { CredentialsController } from './http/credentials.controller';
import { StaffController, StaffRequirementsController } from './http/staff.controller';
import { CredentialStore } from './store/credential.store';
import { StaffStore } from './store/staff.store';
import { EnterCredential } from './use-cases/enter-credential';
import { KeepStaff } from './use-cases/keep-staff';
import { StaffFiles } from './use-cases/staff-files';
import { StaffRoom } from './use-cases/staff-room';
import { StaffRules } from './use-cases/staff-rules';
import { StaffViews } from './use-cases/staff-views';
import { StaffQuery } from './use-cases/staff.query';

@Module({
  imports: [InstitutionsModule],
  controllers: [StaffController, CredentialsController, StaffRequirementsController],
  providers: [
    StaffStore,
    CredentialStore,
    StaffRoom,
    StaffRules,
    StaffViews,
    KeepStaff,
    EnterCredential,
    StaffFiles,
    StaffQuery,
  ],
})
export class StaffModule {}
