import { test } from 'vitest';
import { properties } from './properties';

test.each(properties)('%s', (_, check) => check(1_000), 60_000);
