import { Body, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { refuse, type Caller } from '@zhaoguan/contracts';
import {
  ApiController,
  CONFIG,
  CurrentCaller,
  LimitedLogin,
  Public,
  SignedIn,
  type AppConfig,
} from '@zhaoguan/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChangePassword } from '../use-cases/change-password';
import { RefreshSession } from '../use-cases/refresh-session';
import { SignIn } from '../use-cases/sign-in';
import { SignOut } from '../use-cases/sign-out';
import type { SignedIn as SignedInAnswer } from '../use-cases/tokens';
import type { SignedInRequest } from './access.guard';
import { ChangePasswordDto, CurrentUserDto, LoginDto, SignedInDto } from './auth.dto';

const COOKIE = 'zhaoguan_refresh';
/** Says that a person has signed in from this browser before; opens nothing. */
const DEVICE_COOKIE = 'zhaoguan_device';
const COOKIE_PATH = '/api/v1/auth';
const SESSION_SECONDS = 12 * 3600;
const DEVICE_SECONDS = 365 * 24 * 3600;

interface Cookies {
  readonly cookies: Record<string, string | undefined>;
}
interface CookieReply {
  setCookie(name: string, value: string, options: object): unknown;
  clearCookie(name: string, options: object): unknown;
}

@ApiController('auth', '登录')
export class AuthController {
  constructor(
    private readonly signIn: SignIn,
    private readonly refreshSession: RefreshSession,
    private readonly signOut: SignOut,
    private readonly changePassword: ChangePassword,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  @Post('login')
  @Public()
  @LimitedLogin()
  @HttpCode(200)
  @ApiOperation({ summary: '登录' })
  @ApiOkResponse({ type: SignedInDto })
  async login(
    @Body() body: LoginDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { deviceToken, ...signedIn } = await this.signIn.execute(
      { ...body, deviceToken: cookieOf(request, DEVICE_COOKIE), earlierToken: cookieOf(request, COOKIE) },
      request.id,
    );
    const answer = this.answer(reply, signedIn);
    this.setCookie(reply, DEVICE_COOKIE, deviceToken, DEVICE_SECONDS);
    return answer;
  }

  @Post('refresh')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: '用 Cookie 中的刷新令牌换取新的访问令牌' })
  @ApiOkResponse({ type: SignedInDto })
  async refresh(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.answer(reply, await this.refreshSession.execute(this.tokenOf(request), request.id));
  }

  @Post('logout')
  @Public()
  @HttpCode(204)
  @ApiOperation({ summary: '退出本设备' })
  async logout(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signOut.here(this.tokenOf(request), request.id);
    (reply as unknown as CookieReply).clearCookie(COOKIE, { path: COOKIE_PATH });
  }

  @Post('logout-everywhere')
  @SignedIn()
  @HttpCode(204)
  @ApiOperation({ summary: '退出所有设备' })
  async logoutEverywhere(@CurrentCaller() caller: Caller): Promise<void> {
    await this.signOut.everywhere(caller);
  }

  @Post('password')
  @SignedIn()
  @HttpCode(204)
  @ApiOperation({ summary: '修改密码；其他设备上的登录随即结束，本设备的换发新的刷新令牌' })
  async password(
    @CurrentCaller() caller: Caller,
    @Req() request: SignedInRequest,
    @Body() body: ChangePasswordDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { currentPassword: current, password: next } = body;
    const { id } = request.signedIn.token;
    const refreshToken = await this.changePassword.execute(caller, id, { current, next });
    this.setCookie(reply, COOKIE, refreshToken, SESSION_SECONDS);
  }

  @Get('me')
  @SignedIn()
  @ApiOperation({ summary: '当前登录人及其权限' })
  @ApiOkResponse({ type: CurrentUserDto })
  me(@CurrentCaller() caller: Caller, @Req() request: SignedInRequest) {
    const { id, name, roles, districts, departments, permissions } = caller;
    const { mustChangePassword } = request.signedIn;
    return {
      id,
      name,
      roles,
      districts,
      departments,
      mustChangePassword,
      permissions: [...permissions].sort(),
    };
  }

  private tokenOf(request: FastifyRequest): string {
    const token = cookieOf(request, COOKIE);
    if (token === undefined) throw refuse('NOT_SIGNED_IN');
    return token;
  }

  /** The refresh token travels only in this cookie: no script can read it, no other site can send it. */
  private answer(reply: FastifyReply, { refreshToken, ...rest }: SignedInAnswer & { refreshToken: string }) {
    this.setCookie(reply, COOKIE, refreshToken, SESSION_SECONDS);
    return rest;
  }

  private setCookie(reply: FastifyReply, name: string, value: string, maxAge: number): void {
    (reply as unknown as CookieReply).setCookie(name, value, {
      path: COOKIE_PATH,
      httpOnly: true,
      sameSite: 'strict',
      secure: this.config.secureCookies,
      maxAge,
    });
  }
}

function cookieOf(request: FastifyRequest, name: string): string | undefined {
  return (request as unknown as Cookies).cookies[name];
}
