import { ApiProperty } from '@nestjs/swagger';
import { PASSWORD_RULE, PERMISSIONS, ROLES, type Role } from '@zhaoguan/contracts';
import { Transform } from 'class-transformer';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class LoginDto {
  @ApiProperty({ example: 'registrar-civil', maxLength: 64, description: '前后的空格不计' })
  // Phones put a space behind a name that they have completed.
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  username!: string;

  @ApiProperty({ example: '……', maxLength: 128 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(128)
  password!: string;
}

export class ChangePasswordDto {
  @ApiProperty({ maxLength: 128 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(128)
  currentPassword!: string;

  @ApiProperty({ maxLength: 128, description: PASSWORD_RULE })
  @IsString()
  @IsNotEmpty()
  @MaxLength(128)
  password!: string;
}

export class UserDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ example: '示例·李受理' })
  name!: string;
  @ApiProperty({ enum: ROLES, isArray: true })
  roles!: Role[];
  @ApiProperty({ type: [String], example: ['610116'] })
  districts!: string[];
  @ApiProperty({ type: [String], example: ['civil-affairs'] })
  departments!: string[];
  @ApiProperty({ description: '须先修改初始密码' })
  mustChangePassword!: boolean;
}

export class CurrentUserDto extends UserDto {
  @ApiProperty({ enum: Object.keys(PERMISSIONS), isArray: true, example: ['filing.read'] })
  permissions!: string[];
}

export class SignedInDto {
  @ApiProperty()
  accessToken!: string;
  @ApiProperty({ example: 900, description: '秒' })
  expiresIn!: number;
  @ApiProperty({ type: UserDto })
  user!: UserDto;
}
