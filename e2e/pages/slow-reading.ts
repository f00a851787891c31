import type { Page } from '@playwright/test';

declare global {
  interface Window {
    goOnReading?: () => void;
  }
}

/** Has the page read the first piece of what is opened next, as a slow machine would, and then wait. */
export async function holdReading(page: Page): Promise<void> {
  await page.evaluate(() => {
    const Channel = window.MessageChannel;
    const held: (() => void)[] = [];
    let turns = 0;
    class SlowChannel {
      readonly port1 = { onmessage: (): void => undefined, close: (): void => undefined };
      readonly port2 = {
        postMessage: (): void => {
          const deliver = () => this.port1.onmessage();
          turns += 1;
          if (turns === 1) setTimeout(deliver, 300);
          else held.push(deliver);
        },
      };
    }
    Object.assign(window, { MessageChannel: SlowChannel });
    window.goOnReading = () => {
      window.MessageChannel = Channel;
      for (const deliver of held) deliver();
    };
  });
}

/** Lets the page go on. */
export async function releaseReading(page: Page): Promise<void> {
  await page.evaluate(() => window.goOnReading?.());
}
