import type { Command } from '../command';
import { runDrawCommand } from './draw.command';

export const drawCommand: Command = async (args, io) => runDrawCommand(args, io);
