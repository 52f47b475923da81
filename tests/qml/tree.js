.pragma library
// Walks through the items on show.

// Calls visit(item) for the item and everything below it that is visible.
function walk(item, visit) {
    if (!item.visible || item.opacity === 0 || item.width <= 0 && item.height <= 0)
        return;
    visit(item);
    for (let i = 0; i < item.children.length; ++i)
        walk(item.children[i], visit);
}

function all(root, wanted) {
    const found = [];
    walk(root, item => {
        if (wanted(item))
            found.push(item);
    });
    return found;
}

function named(root, objectName) {
    return all(root, item => item.objectName === objectName)[0] ?? null;
}

// Where the item is on the root: {x, y, width, height}.
function box(item, root) {
    const at = item.mapToItem(root, 0, 0, item.width, item.height);
    return at;
}

// The part of the item's box that no clip around it hides; null when all of it is hidden.
function shownBox(item, root) {
    let { x: left, y: top, width, height } = box(item, root);
    let right = left + width, bottom = top + height;
    for (let i = item.parent; i && i !== root; i = i.parent) {
        if (!i.clip)
            continue;
        const around = box(i, root);
        left = Math.max(left, around.x);
        top = Math.max(top, around.y);
        right = Math.min(right, around.x + around.width);
        bottom = Math.min(bottom, around.y + around.height);
    }
    return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}

// Names of the item and the items around it, for a message.
function path(item) {
    const names = [];
    for (let i = item; i && names.length < 6; i = i.parent)
        names.push(i.objectName || String(i).replace(/_QML.*|\(.*/g, ""));
    return names.join(" < ");
}
