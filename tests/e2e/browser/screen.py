"""The page as a person finds their way on it: by roles and names."""

from dataclasses import dataclass

from playwright.async_api import Locator, Page


@dataclass(frozen=True, slots=True)
class Phone:
    """One of the two phones on a page, by what a person finds there."""

    node: Locator

    @property
    def box(self) -> Locator:
        """Where one writes."""
        return self.node.get_by_role("combobox", name="Mensaje")

    @property
    def commands(self) -> Locator:
        """The commands that are suggested."""
        return self.node.get_by_role("listbox", name="Comandos").get_by_role("option")

    @property
    def bubbles(self) -> Locator:
        """The messages, oldest first."""
        return self.node.locator(".message")

    def message(self, text: str) -> Locator:
        """The newest message with such a text."""
        return self.bubbles.filter(has_text=text).last

    def card(self, button: str) -> Locator:
        """The newest message that carries such a button."""
        return self.bubbles.filter(has=self.node.page.get_by_role("button", name=button)).last

    def button(self, name: str) -> Locator:
        """The newest button of such a name."""
        return self.node.get_by_role("button", name=name).last

    async def say(self, text: str) -> None:
        """Type and press Enter."""
        await self.box.fill(text)
        await self.box.press("Enter")


@dataclass(slots=True)
class Screen:
    """A page and its two phones."""

    page: Page

    def phone(self, name: str) -> Phone:
        """Somebody's phone."""
        return Phone(self.page.get_by_role("tabpanel", name=f"Teléfono de {name}"))

    async def opened(self, url: str) -> "Screen":
        """Go there."""
        await self.page.goto(url)
        return await self.ready()

    async def ready(self) -> "Screen":
        """Wait for the first state of the server."""
        await self.page.wait_for_selector("html[data-ready]")
        return self
