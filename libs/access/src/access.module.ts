import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { SECRETS, type Secrets } from '@zhaoguan/platform';
import { AccessGuard } from './http/access.guard';
import { AuthController } from './http/auth.controller';
import { TokenStrategy } from './http/token.strategy';
import { PersonStore } from './store/person.store';
import { SessionStore } from './store/session.store';
import { ChangePassword } from './use-cases/change-password';
import { CreatePerson } from './use-cases/create-person';
import { RefreshSession } from './use-cases/refresh-session';
import { SignIn } from './use-cases/sign-in';
import { SignOut } from './use-cases/sign-out';
import { Tokens } from './use-cases/tokens';

@Module({
  imports: [
    PassportModule,
    JwtModule.registerAsync({
      inject: [SECRETS],
      useFactory: (secrets: Secrets) => ({ secret: Buffer.from(secrets.tokenKey, 'hex') }),
    }),
  ],
  controllers: [AuthController],
  providers: [
    PersonStore,
    SessionStore,
    Tokens,
    SignIn,
    SignOut,
    RefreshSession,
    ChangePassword,
    CreatePerson,
    TokenStrategy,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [CreatePerson, PersonStore],
})
export class AccessModule {}
