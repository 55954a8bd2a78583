"""Which article of the store is this page?"""

from __future__ import annotations

from sqlalchemy import Connection, exists, func, select

from mahdar.records.page import Page
from mahdar.records.text import Text
from mahdar.records.value import Missing, Value, value_of
from mahdar.store.codec import meta_body
from mahdar.store.names import ARTICLE_LENGTH, free_name
from mahdar.store.rows import insert_new
from mahdar.store.tables import article_pages, articles, pages


def settle_article(connection: Connection, page: Page, text: Text) -> str:
    """Return the id of a page's article, made if it is new; no other writer can touch the article until the transaction ends."""
    article_id = known_article(connection, page, text)
    if article_id is None:
        _wait_for_twins(connection, address_of(page, text) or page.page_id)
        article_id = known_article(connection, page, text) or _make_article(connection, page, text)
    connection.execute(select(articles.c.article_id).where(articles.c.article_id == article_id).with_for_update())
    return article_id


def known_article(connection: Connection, page: Page, text: Text) -> str | None:
    """Return the article of a page: by its address; else by the same bytes; else by name and source path.

    Two addresses are two articles even where they serve the same bytes, as error pages do.
    """
    url = address_of(page, text)
    if url is not None:
        found = connection.scalar(select(articles.c.article_id).where(articles.c.url == url))
        if found is not None:
            return str(found)
    joined = select(articles.c.article_id).join(article_pages, article_pages.c.article_id == articles.c.article_id)
    joined = joined.order_by(articles.c.article_id).limit(1)
    if url is not None:
        joined = joined.where(articles.c.url.is_(None))
    found = connection.scalar(joined.where(article_pages.c.page_id == page.page_id))
    if found is None and url is None and page.meta.name is not None:
        same_place = (article_pages.c.name == page.meta.name) & (article_pages.c.source == page.source)
        found = connection.scalar(joined.where(same_place, articles.c.url.is_(None)))
    return None if found is None else str(found)


def address_of(page: Page, text: Text) -> str | None:
    """Return the canonical address of an article, if it has one."""
    return page.meta.url or text.url


def keep_page(connection: Connection, page: Page) -> None:
    """Write a page down, once."""
    row = {"page_id": page.page_id, "content": page.content, "media": page.media, "source": page.source}
    insert_new(connection, pages, [{**row, "meta": meta_body(page.meta)}])


def update_article(connection: Connection, article_id: str, page: Page, text: Text) -> None:
    """Let an article show what its newest page and text say."""
    shown = _shown(page, text)
    if shown["url"] is None:
        del shown["url"]
    connection.execute(articles.update().where(articles.c.article_id == article_id).values(shown))
    here = (article_pages.c.article_id == article_id) & (article_pages.c.page_id == page.page_id)
    came_with = {"source": page.source, "name": page.meta.name, "meta": meta_body(page.meta)}
    if connection.execute(article_pages.update().where(here).values(came_with)).rowcount == 0:
        connection.execute(article_pages.insert(), {"article_id": article_id, "page_id": page.page_id, **came_with})


def _wait_for_twins(connection: Connection, seed: str) -> None:
    """Let one writer at a time make the article of a seed; in SQLite there is one writer at a time anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(seed, 0))))


def _make_article(connection: Connection, page: Page, text: Text) -> str:
    """Make the article of a page, and return its id."""
    seed = address_of(page, text) or page.page_id
    article_id = free_name("a-", seed, ARTICLE_LENGTH, is_taken=lambda name: _is_taken(connection, name))
    insert_new(connection, articles, [{"article_id": article_id, **_shown(page, text)}])
    came_with = {"source": page.source, "name": page.meta.name, "meta": meta_body(page.meta)}
    insert_new(connection, article_pages, [{"article_id": article_id, "page_id": page.page_id, **came_with}])
    return article_id


def _is_taken(connection: Connection, article_id: str) -> bool:
    return bool(connection.scalar(select(exists().where(articles.c.article_id == article_id))))


def _shown(page: Page, text: Text) -> dict[str, str | None]:
    return {
        "url": address_of(page, text),
        "current_page": page.page_id,
        "current_text": text.text_id,
        "outlet": _either(text.outlet, page.meta.outlet),
        "published": _either(text.published, page.meta.published),
        "title": _either(text.title, page.meta.title),
        "name": page.meta.name or text.name,
    }


def _either(field: Value[str] | Missing, given: str | None) -> str | None:
    if isinstance(field, Missing) and field.reason != "absent":
        return None  # the text was read with what was given in hand, and could not settle it
    return value_of(field) or given
