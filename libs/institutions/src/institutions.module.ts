import { Module } from '@nestjs/common';
import { InstitutionStore } from './store/institution.store';
import { RegisterInstitution } from './use-cases/register-institution';
import { SetGrade } from './use-cases/set-grade';

@Module({
  providers: [InstitutionStore, RegisterInstitution, SetGrade],
  exports: [InstitutionStore, RegisterInstitution, SetGrade],
})
export class InstitutionsModule {}
