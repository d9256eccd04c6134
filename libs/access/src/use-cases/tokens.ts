import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import type { Person } from '../domain/person';

/** Life of an access token, seconds. Rights are read afresh on every request, so it carries the person's id only. */
const ACCESS_TOKEN_SECONDS = 15 * 60;

export interface SignedInUser {
  readonly id: string;
  readonly name: string;
  readonly roles: Person['roles'];
  readonly districts: readonly string[];
  readonly departments: readonly string[];
  readonly mustChangePassword: boolean;
}

export interface SignedIn {
  readonly accessToken: string;
  readonly expiresIn: number;
  readonly user: SignedInUser;
}

@Injectable()
export class Tokens {
  constructor(private readonly jwt: JwtService) {}

  async issue(person: Person): Promise<SignedIn> {
    const accessToken = await this.jwt.signAsync(
      { sub: person.id, gen: person.tokenGeneration },
      { expiresIn: ACCESS_TOKEN_SECONDS, jwtid: randomUUID() },
    );
    const { id, name, roles, districts, departments, mustChangePassword } = person;
    return {
      accessToken,
      expiresIn: ACCESS_TOKEN_SECONDS,
      user: { id, name, roles, districts, departments, mustChangePassword },
    };
  }
}
