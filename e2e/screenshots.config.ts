import { defineConfig } from '@playwright/test';
import tests from './playwright.config.ts';

/** Takes pictures instead of testing: `pnpm screenshots`. */
export default defineConfig({ ...tests, testMatch: 'screenshots/*-shots.ts' });
