import { createSecretKey } from 'node:crypto';
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { SECRETS, type Secrets } from '@zhaoguan/platform';
import { AccessGuard } from './http/access.guard';
import { AuthController } from './http/auth.controller';
import { JobsController } from './http/jobs.controller';
import { PeopleController } from './http/people.controller';
import { TokenStrategy } from './http/token.strategy';
import { AccountStores } from './store/account-stores';
import { DisclosureStore } from './store/disclosure.store';
import { ExportTurnStore } from './store/export-turn.store';
import { KnownDeviceStore } from './store/known-device.store';
import { OfficialStore } from './store/official.store';
import { PersonStore } from './store/person.store';
import { SessionStore } from './store/session.store';
import { UnknownNameStore } from './store/unknown-name.store';
import { ChangePassword } from './use-cases/change-password';
import { CreatePerson } from './use-cases/create-person';
import { ManageDeadJobs } from './use-cases/dead-jobs';
import { ExportList } from './use-cases/export-list';
import { ManagePerson } from './use-cases/manage-person';
import { PeopleQuery } from './use-cases/people.query';
import { VacantAdvisersQuery } from './use-cases/vacant-advisers.query';
import { RecordDisclosure } from './use-cases/record-disclosure';
import { RefreshSession } from './use-cases/refresh-session';
import { SignIn } from './use-cases/sign-in';
import { SignOut } from './use-cases/sign-out';
import { ReadsOnline } from './use-cases/reads-online';
import { ServeDecision } from './use-cases/serve-decision';
import { SetPassword } from './use-cases/set-password';
import { Tokens } from './use-cases/tokens';

@Module({
  imports: [
    PassportModule,
    JwtModule.registerAsync({
      inject: [SECRETS],
      useFactory: (secrets: Secrets) => ({ secret: createSecretKey(secrets.tokenKey, 'hex') }),
    }),
  ],
  controllers: [AuthController, JobsController, PeopleController],
  providers: [
    PersonStore,
    DisclosureStore,
    RecordDisclosure,
    ExportTurnStore,
    ExportList,
    OfficialStore,
    KnownDeviceStore,
    UnknownNameStore,
    AccountStores,
    SessionStore,
    Tokens,
    SignIn,
    SignOut,
    RefreshSession,
    ChangePassword,
    CreatePerson,
    SetPassword,
    ReadsOnline,
    ServeDecision,
    ManagePerson,
    ManageDeadJobs,
    PeopleQuery,
    VacantAdvisersQuery,
    TokenStrategy,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [
    PeopleQuery,
    CreatePerson,
    ManagePerson,
    SetPassword,
    ReadsOnline,
    ServeDecision,
    PersonStore,
    OfficialStore,
    RecordDisclosure,
    ExportList,
  ],
})
export class AccessModule {}
