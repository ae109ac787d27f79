#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { runCached } from './code-cache.ts';

runCached(fileURLToPath(new URL('main.cjs', import.meta.url)));
