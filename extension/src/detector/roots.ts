/** A document or an open shadow root: a place that elements are looked up in. */
export type Root = Document | ShadowRoot;

/** Every root of the page, outer before inner. Closed shadow roots cannot be seen from here. */
export function everyRoot(document: Document): readonly Root[] {
  const roots: Root[] = [document];
  for (const root of roots) {
    // On a large page this is most of a look, and a walker takes half the time of a list of all elements.
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    for (let element = walker.nextNode(); element !== null; element = walker.nextNode()) {
      const { shadowRoot } = element as Element;
      if (shadowRoot !== null) roots.push(shadowRoot);
    }
  }
  return roots;
}

/** The element above, out of a shadow root too. */
export function parentOf(element: Element): Element | null {
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Whether one element is inside another, through shadow roots. */
export function holds(outer: Element, inner: Element): boolean {
  for (let root: Node = inner; ; ) {
    if (outer.contains(root)) return true;
    const next = root.getRootNode();
    if (!(next instanceof ShadowRoot)) return false;
    root = next.host;
  }
}

/** Whether one element comes after another in the page, through shadow roots. */
export function isAfter(later: Element, earlier: Element): boolean {
  const hosts = new Map<Node, Element>();
  for (let element: Element | null = earlier; element !== null; ) {
    const root: Node = element.getRootNode();
    hosts.set(root, element);
    element = root instanceof ShadowRoot ? root.host : null;
  }
  for (let element: Element | null = later; element !== null; ) {
    const root: Node = element.getRootNode();
    const other = hosts.get(root);
    if (other !== undefined)
      return other === element || (other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    element = root instanceof ShadowRoot ? root.host : null;
  }
  return false;
}

/** The innermost element that holds all of these; the one above where it is only one. */
export function commonAncestor([first, ...others]: readonly Element[]): Element {
  let ancestor: Element = first as Element;
  if (others.length === 0) ancestor = parentOf(ancestor) ?? ancestor;
  while (!others.every((other) => holds(ancestor, other))) {
    const parent = parentOf(ancestor);
    if (parent === null) break;
    ancestor = parent;
  }
  return ancestor;
}
