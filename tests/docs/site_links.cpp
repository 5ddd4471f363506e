#include "tests/docs/site_links.hpp"

#include "tests/files.hpp"

#include <map>
#include <set>
#include <utility>

namespace tests
{

namespace
{

using Names = std::set<std::string>;

/// What stands between a mark and a closing quote, wherever it does.
Names between(const std::string& text, const std::string& mark, char quote)
{
    Names found;
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
        at += mark.size();
        found.insert(text.substr(at, text.find(quote, at) - at));
    }
    return found;
}

/// Remembers which names the pages of a site have.
class Anchors
{
public:
    explicit Anchors(std::filesystem::path site) : site_(std::move(site)) {}

    bool leads_somewhere(const std::string& page, const std::string& target)
    {
        const std::size_t hash = target.find('#');
        const std::string file = hash == 0 ? page : target.substr(0, hash);
        if (!std::filesystem::exists(site_ / file)) return false;
        if (hash == std::string::npos || hash + 1 == target.size()) return true;
        return names_in(file).contains(target.substr(hash + 1));
    }

private:
    const Names& names_in(const std::string& file)
    {
        const auto [known, is_new] = names_.try_emplace(file);
        if (is_new) {
            const std::string text = read(site_ / file);
            known->second = between(text, " id=\"", '"');
            known->second.merge(between(text, " name=\"", '"'));
        }
        return known->second;
    }

    std::filesystem::path site_;
    std::map<std::string, Names> names_;
};

bool is_outside(const std::string& target) { return target.find("://") != std::string::npos; }
bool is_script(const std::string& target) { return target.starts_with("javascript:"); }

void follow(const std::string& page, const Names& targets, Anchors& anchors, SiteLinks& result)
{
    for (const std::string& target : targets) {
        if (is_script(target)) continue;
        if (is_outside(target)) {
            ++result.outside;
            continue;
        }
        ++result.links;
        if (!anchors.leads_somewhere(page, target)) result.broken.push_back(page + ": " + target);
    }
}

}  // namespace

SiteLinks follow_links(const std::filesystem::path& site)
{
    SiteLinks result;
    Anchors anchors(site);
    for (const auto& entry : std::filesystem::directory_iterator(site)) {
        const std::string name = entry.path().filename().string();
        if (entry.path().extension() != ".html") continue;
        const std::string text = read(entry.path());
        const Names pictures = between(text, "<img src=\"", '"');
        ++result.pages;
        result.pictures += pictures.size();
        follow(name, between(text, "href=\"", '"'), anchors, result);
        follow(name, between(text, "src=\"", '"'), anchors, result);
    }
    return result;
}

}  // namespace tests
