/** Smaller than this, in CSS pixels, nothing can be meant for a person. */
const smallestSide = 4;
const longestFloatingLabel = 60;

/**
 * Whether a person could see an element and use it: it is rendered, not transparent, not tiny,
 * not moved off the page, not clipped away, not under something opaque.
 */
export function isVisible(element: HTMLElement): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false }))
    return false;
  const box = element.getBoundingClientRect();
  // A picture that has not come has no size yet, and is still there to be pressed.
  if (element instanceof HTMLInputElement && element.type === "image" && box.width === 0) return true;
  if (box.width < smallestSide || box.height < smallestSide) return false;
  if (!isOnPage(box, element.ownerDocument)) return false;
  const top = topAt(element, box);
  if (top !== null && (top === element || element.contains(top))) return true;
  return !isClipped(element) && !isCovered(element, box, top);
}

/** Whether an element that can be seen cannot be pressed: what lies over it covers all that the window shows. */
export function isBehindBackdrop(element: HTMLElement): boolean {
  const view = element.ownerDocument.defaultView;
  const top = topAt(element, element.getBoundingClientRect());
  if (view === null || top === null || element.contains(top) || top.contains(element)) return false;
  const { left, top: upper, right, bottom } = top.getBoundingClientRect();
  return left <= 0 && upper <= 0 && right >= view.innerWidth && bottom >= view.innerHeight;
}

function isOnPage(box: DOMRect, document: Document): boolean {
  const page = document.documentElement;
  const view = document.defaultView;
  if (view === null) return false;
  const right = Math.max(page.scrollWidth, view.innerWidth);
  return box.right + view.scrollX > 0 && box.bottom + view.scrollY > 0 && box.left + view.scrollX < right;
}

function topAt(element: HTMLElement, box: DOMRect): Element | null {
  const root = element.getRootNode() as Document | ShadowRoot;
  return root.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
}

/** Whether it, or something that it lies in, is cut off down to nothing. */
function isClipped(element: HTMLElement): boolean {
  for (let part: Element | null = element; part && part !== part.ownerDocument.body; part = parentOf(part)) {
    const { clip, clipPath, overflowX, overflowY, display } = getComputedStyle(part);
    if (clip === "rect(0px, 0px, 0px, 0px)" || /inset\((?:50|100)%/.test(clipPath)) return true;
    if (part === element || display === "inline" || display === "contents") continue;
    if (overflowX !== "visible" && part.clientWidth < smallestSide) return true;
    if (overflowY !== "visible" && part.clientHeight < smallestSide) return true;
  }
  return false;
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/**
 * Whether something opaque of its own surroundings lies over an element. What comes from further away
 * (a cookie notice, a header that stays while scrolling) may be in the way now, yet hides nothing for good.
 */
function isCovered(element: HTMLElement, box: DOMRect, top: Element | null): boolean {
  if (top === null || top.contains(element) || isFloatingLabel(top) || !isNear(element, top)) return false;
  const cover = top.getBoundingClientRect();
  const whole =
    cover.left <= box.left && cover.right >= box.right && cover.top <= box.top && cover.bottom >= box.bottom;
  return whole && isOpaque(top);
}

/** In the same small part of the page, or laid beside its form and fixed to nothing else. */
function isNear(element: HTMLElement, top: Element): boolean {
  const surroundings = element.parentElement?.parentElement ?? element.parentElement;
  if (surroundings?.contains(top)) return true;
  const around = element.closest("form")?.parentElement;
  if (!around || around === around.ownerDocument.body || !around.contains(top)) return false;
  for (let part: Element | null = top; part && part !== around; part = part.parentElement) {
    if (/^(?:fixed|sticky)$/.test(getComputedStyle(part).position)) return false;
  }
  return true;
}

function isFloatingLabel(element: Element): boolean {
  const text = element.textContent.trim();
  return text !== "" && text.length <= longestFloatingLabel;
}

function isOpaque(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const style = getComputedStyle(element);
  if (Number(style.opacity) < 0.9) return false;
  if (style.backgroundImage !== "none") return true;
  const alpha = /^rgba\(.*,\s*([\d.]+)\)$/.exec(style.backgroundColor);
  return style.backgroundColor !== "transparent" && (alpha === null || Number(alpha[1]) > 0.9);
}
