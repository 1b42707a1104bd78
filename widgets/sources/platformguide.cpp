// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/platformguide.h"

#include "widgets/style/words.h"

#include <QCoreApplication>

namespace earshot {
namespace {

/** Gives the texts their context. */
struct Guide {
    Q_DECLARE_TR_FUNCTIONS(earshot::Guide)

public:
    static PlatformGuide insighto();
    static PlatformGuide eigi();
    static PlatformGuide varda();
    static PlatformGuide custom();
};

PlatformGuide Guide::insighto()
{
    PlatformGuide guide;
    //: What Insighto.ai sends
    guide.tagline = tr("chat, voice, forms");
    //: Suggested name of a source
    guide.sourceName = tr("Web chat");
    guide.stepsTitle = tr("Paste it at Insighto.ai");
    //: What stands between <b> and </b> is on Insighto.ai's pages, which are in English
    guide.steps = {
        tr("Open <b>Settings › Webhooks</b> and choose <b>Add a webhook</b>."),
        tr("Name it “Earshot”, paste the address as the endpoint, then <b>Submit</b>."),
        tr("Open <b>AI Agents › Assistants</b>, pick the assistant, then <b>Operations › Assign webhook</b>, "
           "<b>Save</b>."),
        tr("For forms, open <b>AI Agents › Forms</b> and choose the same webhook.")};
    guide.note =
        tr("Insighto.ai neither signs its deliveries nor sends them again. Keep Earshot running; what is missed "
           "stays missing.");
    guide.waiting = tr("Listening. Close a test chat at Insighto.ai, and it shows up here.");
    return guide;
}

PlatformGuide Guide::eigi()
{
    PlatformGuide guide;
    //: What eigi.ai sends
    guide.tagline = tr("voice and chat, when they end");
    //: Suggested name of a source
    guide.sourceName = tr("Outbound calls");
    guide.stepsTitle = tr("Paste it at eigi.ai");
    //: What stands between <b> and </b> is on eigi.ai's pages, which are in English
    guide.steps = {tr("Open the account menu at the bottom of the left drawer and choose <b>Webhooks</b>."),
                   tr("Add a destination: <b>Name</b> “Earshot”, and the address as <b>URL</b>."),
                   tr("Choose <b>POST</b> as <b>Request Type</b>, and switch <b>Status</b> on.")};
    guide.note = tr("eigi.ai does not sign its deliveries. It tries four times, 10 seconds apart, then gives up: what "
                    "Earshot misses stays missing.");
    guide.waiting = tr("Listening. End a test call at eigi.ai, and it shows up here.");
    guide.needsHttps = true;
    return guide;
}

PlatformGuide Guide::varda()
{
    PlatformGuide guide;
    //: What Varda sends
    guide.tagline = tr("calls, chat, outcomes");
    //: Suggested name of a source
    guide.sourceName = tr("Front desk");
    guide.stepsTitle = tr("Set it up at Varda");
    guide.steps = {tr("Put your API token in place of <b>TOKEN</b> and run this command once, anywhere."),
                   tr("Varda answers with the new endpoint. It sends all nine of its events from then on.")};
    guide.note =
        tr("Varda tries again five times, and switches the endpoint off after 10 failures in a row. If Earshot "
           "was away for long, look there whether it is still on.");
    guide.waiting = tr("Listening. Make a test call or write a test message at Varda, and it shows up here.");
    guide.needsHttps = true;
    return guide;
}

PlatformGuide Guide::custom()
{
    PlatformGuide guide;
    guide.name = tr("Another sender");
    //: What another sender sends
    guide.tagline = tr("any JSON or form");
    //: Suggested name of a source
    guide.sourceName = tr("My program");
    guide.stepsTitle = tr("Have it send");
    //: <b>event</b>, <b>type</b> and so on are names of fields and stay as they are
    guide.steps = {
        tr("Send JSON or a form to the address, by POST or GET."),
        tr("The event's name is read from <b>event</b>, <b>type</b>, <b>event_type</b> or <b>topic</b>, its time "
           "from <b>timestamp</b>, <b>created_at</b> or <b>time</b>, all at the top of what is sent."),
        tr("The id field that you name above tells a repeat from a new event.")};
    guide.note = tr("Each delivery becomes an event that you can see and search. It belongs to no conversation.");
    guide.waiting = tr("Listening. Send something to the address, and it shows up here.");
    return guide;
}

} // namespace

PlatformGuide platformGuide(const QString &platform)
{
    PlatformGuide guide = platform == QLatin1StringView("insighto") ? Guide::insighto()
                          : platform == QLatin1StringView("eigi")   ? Guide::eigi()
                          : platform == QLatin1StringView("varda")  ? Guide::varda()
                                                                    : Guide::custom();
    if (guide.name.isNull())
        guide.name = platformName(platform);
    return guide;
}

QString vardaCommand(const QString &address)
{
    return QStringLiteral("curl -X POST https://api.tryvarda.com/api/v1/webhook_endpoints \\\n"
                          "  -H 'Authorization: Bearer TOKEN' \\\n"
                          "  -H 'Content-Type: application/json' \\\n"
                          "  -d '{\"url\": \"%1\",\n"
                          "       \"description\": \"Earshot\",\n"
                          "       \"events\": [\"conversation.created\", \"conversation.resolved\",\n"
                          "                  \"conversation.closed\", \"message.created\", \"call.started\",\n"
                          "                  \"call.ended\", \"call.outcome_tagged\", \"contact.created\",\n"
                          "                  \"contact.updated\"]}'")
        .arg(address);
}

} // namespace earshot
