import type { Page } from "../protocol/page.js";

type Sender = chrome.runtime.MessageSender;

/**
 * Which document sent a message, by what the browser vouches for; null when it was no document of a web page, or when
 * it is gone already. A frame above is named by its address: if it were sandboxed into an opaque origin, the frame
 * below would be too, and its own origin would say so.
 */
export async function pageIdentity(sender: Sender): Promise<Page | null> {
  const { tab, frameId, documentId, documentLifecycle, origin } = sender;
  if (sender.id !== chrome.runtime.id || tab?.id === undefined) return null;
  if (frameId === undefined || !documentId || !documentLifecycle || !origin || !/^https?:/.test(origin)) return null;
  const ancestors = frameId === 0 ? [] : await originsAbove(tab.id, documentId);
  return (
    ancestors && { tab: tab.id, frame: frameId, document: documentId, lifecycle: documentLifecycle, origin, ancestors }
  );
}

/** Whether the document is still the one that its frame shows. */
export async function isCurrent({ tab, frame, document }: Page): Promise<boolean> {
  return (await chrome.webNavigation.getFrame({ tabId: tab, frameId: frame }))?.documentId === document;
}

async function originsAbove(tab: number, document: string): Promise<string[] | null> {
  const frames = (await chrome.webNavigation.getAllFrames({ tabId: tab })) ?? [];
  const origins: string[] = [];
  let frame = frames.find(({ documentId }) => documentId === document);
  if (!frame) return null;
  while (frame.parentFrameId !== -1) {
    const above: number = frame.parentFrameId;
    frame = frames.find(({ frameId }) => frameId === above);
    if (!frame) return null;
    origins.push(new URL(frame.url).origin);
  }
  return origins;
}
